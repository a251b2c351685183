import type { FieldValue } from '../call.ts';
import { valueText } from './valueText.ts';
import { paragraphsOf, textOfParagraph } from './contentText.ts';
import type { Content, Mark, Paragraph } from './content.ts';
import { formatValue } from './formatValue.ts';
import { isKey } from './keys.ts';
import type { Placeholder } from './schema.ts';
import { own } from './own.ts';

export interface PlaceholderUse {
  key: string;
  start: number;
  end: number;
}

/** Braces that look like a placeholder and are none: full-width ones, unpaired ones, a key that cannot be. */
export interface Malformed {
  text: string;
  start: number;
}

/** The `{{key}}` of a text, in order, and what was meant as one and is not. */
export function findPlaceholders(text: string): { uses: PlaceholderUse[]; malformed: Malformed[] } {
  const uses: PlaceholderUse[] = [];
  const malformed: Malformed[] = [];
  // A pair of braces of any width with what stands between, or a double brace on its own.
  for (const match of text.matchAll(/([{｛]{2})([^{}｛｝\n]*)([}｝]{2})|[{｛]{2}|[}｝]{2}/gu)) {
    const [raw, open, inner] = match;
    const key = (inner ?? '').trim();
    const sound = open === '{{' && raw.endsWith('}}') && isKey(key);
    if (sound) uses.push({ key, start: match.index, end: match.index + raw.length });
    else malformed.push({ text: raw, start: match.index });
  }
  return { uses, malformed };
}

/** The keys that a content uses, each once. Braces split by marks count: they are read as one text. */
export function placeholderKeysOf(content: Content): string[] {
  const texts = paragraphsOf(content).map(textOfParagraph);
  return [...new Set(texts.flatMap((text) => findPlaceholders(text).uses.map(({ key }) => key)))];
}

export type Segment =
  | { kind: 'text'; text: string }
  | { kind: 'filled'; key: string; text: string }
  /** Not filled in and without a fallback: to be shown as a marked blank, never as `{{key}}`. */
  | { kind: 'blank'; key: string; label: string };

/** What filling goes by: the script's placeholders and, for keys of fields, their labels and those of their options. */
export interface Fill {
  values: Readonly<Record<string, FieldValue | null | undefined>>;
  placeholders: readonly Placeholder[];
  labels?: Readonly<
    Record<string, { label: string; options?: Readonly<Record<string, string>>; format?: 'date' | 'amount' }>
  >;
  language?: 'ja' | 'en';
}

/** A text cut into what stands there, what is filled in and what is left blank. Nothing of it reads as `{{…}}` any more. */
export function fill(text: string, by: Fill): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const { key, start, end } of findPlaceholders(text).uses) {
    if (start > from) segments.push({ kind: 'text', text: text.slice(from, start) });
    segments.push(filled(key, by));
    from = end;
  }
  if (from < text.length) segments.push({ kind: 'text', text: text.slice(from) });
  return segments;
}

/** A label or a title filled in as plain text; what is not known stands as `〔label〕`, as on paper. */
export function fillShort(text: string, by: Fill): string {
  return fill(text, by)
    .map((segment) => (segment.kind === 'blank' ? `〔${segment.label}〕` : segment.text))
    .join('');
}

function filled(key: string, by: Fill): Segment {
  const placeholder = by.placeholders.find((each) => each.key === key);
  const value = own(by.values, key);
  const named = own(by.labels ?? {}, key);
  const known = spoken(value, named?.options ?? {});
  if (known !== '') {
    const type = placeholder?.type ?? named?.format ?? 'text';
    const text = formatValue(known, type, by.language ?? 'ja');
    return { kind: 'filled', key, text };
  }
  if (placeholder !== undefined && placeholder.fallback !== '') {
    // One that stands in its own fallback, or in that of another, comes to an end.
    const placeholders = by.placeholders.map((each) =>
      each === placeholder ? { ...each, fallback: '' } : each,
    );
    return { kind: 'filled', key, text: fillShort(placeholder.fallback, { ...by, placeholders }) };
  }
  const label = placeholder?.label ?? named?.label ?? '';
  return { kind: 'blank', key, label: label === '' ? key : label };
}

/** What is chosen is read out as its label, never as the code that is stored. */
function spoken(value: Fill['values'][string], options: Readonly<Record<string, string>>): string {
  const label = (text: string): string => own(options, text) ?? text;
  return valueText(
    Array.isArray(value) ? value.map(label) : typeof value === 'string' ? label(value) : value,
  );
}

export type MarkedSegment = (Segment & { marks: readonly Mark[] }) | { kind: 'break' };

/** A paragraph filled in, with its marks; a placeholder that is split by marks takes those of its first brace. */
export function fillParagraph(paragraph: Paragraph, by: Fill): MarkedSegment[] {
  const runs = runsOf(paragraph);
  const marked: MarkedSegment[] = [];
  let offset = 0;
  const text = textOfParagraph(paragraph);
  const uses = findPlaceholders(text).uses;
  for (const use of [...uses, null]) {
    marked.push(...plainBetween(runs, offset, use?.start ?? text.length));
    if (use === null) break;
    marked.push({ ...filled(use.key, by), marks: marksAt(runs, use.start) });
    offset = use.end;
  }
  return marked;
}

interface Run {
  start: number;
  end: number;
  text: string;
  /** Null for a line break. */
  marks: readonly Mark[] | null;
}

function runsOf(paragraph: Paragraph): Run[] {
  let start = 0;
  return (paragraph.content ?? []).map((node) => {
    const text = node.type === 'text' ? node.text : '\n';
    const run: Run = {
      start,
      end: start + text.length,
      text,
      marks: node.type === 'text' ? (node.marks ?? []) : null,
    };
    start = run.end;
    return run;
  });
}

function plainBetween(runs: readonly Run[], from: number, to: number): MarkedSegment[] {
  return runs.flatMap((run): MarkedSegment[] => {
    const start = Math.max(run.start, from);
    const end = Math.min(run.end, to);
    if (start >= end) return [];
    if (run.marks === null) return [{ kind: 'break' }];
    return [{ kind: 'text', text: run.text.slice(start - run.start, end - run.start), marks: run.marks }];
  });
}

function marksAt(runs: readonly Run[], index: number): readonly Mark[] {
  return runs.find((run) => index >= run.start && index < run.end)?.marks ?? [];
}
