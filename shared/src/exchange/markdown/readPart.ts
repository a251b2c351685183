import { FieldType, Key } from '../../script/schema.ts';
import { isId } from '../assemble.ts';
import { readHanded } from '../handed.ts';
import { limitsOf } from '../limits.ts';
import { maskOf } from '../masks.ts';
import type { Problems } from '../problem.ts';
import { quoted } from '../problem.ts';
import type { RawField, RawStep } from '../raw.ts';
import { fileWords, markOf, nameOf } from '../words.ts';
import type { MarkName } from '../words.ts';
import { shortened } from './readItems.ts';
import type { ReadItem } from './readItems.ts';

const partMarks = ['field', 'gate', 'outcome', 'call', 'page'] as const satisfies readonly MarkName[];

/** Whether an item begins with the mark of a field, a check, an outcome, a call or a page. */
export function isPart({ codes, nodes }: ReadItem): boolean {
  return nodes[0]?.type === 'inlineCode' && markOf(codes[0] ?? '', partMarks) !== null;
}

/** `入力項目：お名前（必須）` as a person types it; null when the item is something else. */
export function typedPart(item: ReadItem): ReadItem | null {
  const match = /^([^:：]{1,12})[:：]\s*(.+)$/u.exec(item.text);
  const word = match?.[1];
  const mark =
    word === undefined ? null : (markOf(word, partMarks) ?? (/^入力$/u.test(word.trim()) ? 'field' : null));
  if (mark === null || match?.[2] === undefined) return null;
  const required = /[(（](?:必須|required)[)）]\s*$/iu;
  const text = match[2].replace(required, '').trim();
  const flags = required.test(match[2]) ? [fileWords.ja.mark.required] : [];
  return { ...item, text, codes: mark === 'field' ? [mark, '', 'text', ...flags] : [mark] };
}

/** Takes a marked item into its step. */
export function readPart(step: RawStep, item: ReadItem, problems: Problems): void {
  const { codes, text, line } = item;
  const label = shortened(text, problems, line);
  const id = idOf(codes);
  switch (markOf(codes[0] ?? '', partMarks)) {
    case 'field':
      step.fields.push(...readField(item, label, id, problems));
      break;
    case 'gate':
      step.gates.push({ id, label });
      break;
    case 'outcome':
      step.outcome = text.slice(0, 100) === '' ? null : text.slice(0, 100);
      break;
    case 'call':
      step.jump = readCall(item, id);
      break;
    case 'page':
      step.page = {
        url: (expressionOf(codes) ?? '').slice(0, 2_000),
        title: label,
        fallback: item.nested
          .map(({ lines }) => lines)
          .join('\n')
          .slice(0, 2_000),
      };
      break;
    default:
  }
}

function readField(item: ReadItem, label: string, id: string | null, problems: Problems): RawField[] {
  const { line, nested } = item;
  const [, keyCode = '', typeCode = '', ...rest] = item.codes;
  const key = keyCode === '' ? null : Key.safeParse(keyCode);
  const type = nameOf(typeCode, FieldType.options, (language) => fileWords[language].fieldType);
  if (key?.success === false) {
    problems.error('bad_key', { line, values: { key: quoted(keyCode) } });
    return [];
  }
  if (type === null && typeCode !== '') {
    problems.error('bad_field', { line, values: { what: quoted(typeCode) } });
    return [];
  }
  const has = (mark: MarkName): boolean => rest.some((each) => markOf(each, [mark]) !== null);
  const computed = expressionOf(rest);
  const limits = limitsOf(rest);
  return [
    {
      id,
      key: key === null ? null : key.data,
      label,
      type: type ?? 'text',
      required: has('required'),
      personal: has('personal'),
      ...maskOf(rest),
      ...(has('options') || nested.length > 0 ? { options: nested.map(optionOf) } : {}),
      ...limits,
      ...(computed === null || computed === '' ? {} : { computed: computed.slice(0, 2_000) }),
      ...(has('output') ? { output: true as const } : {}),
    },
  ];
}

function optionOf({ codes, text }: ReadItem): { value: string; label: string } {
  const label = text.slice(0, 200);
  return { value: (expressionOf(codes) ?? label).slice(0, 200), label };
}

function readCall({ codes, text, nested }: ReadItem, scriptId: string | null): RawStep['jump'] {
  const handed = readHanded(nested.map((item) => item.codes[0] ?? ''));
  return { scriptId: scriptId ?? idOf(codes), title: text, ...handed };
}

/** `= amount * 2`. */
function expressionOf(codes: readonly string[]): string | null {
  const found = codes.find((each) => each === '=' || each.startsWith('= '));
  return found === undefined ? null : found.slice(2);
}

function idOf(codes: readonly string[]): string | null {
  return (
    codes.flatMap((each) => (each.startsWith('#') && isId(each.slice(1)) ? [each.slice(1)] : [])).at(-1) ??
    null
  );
}
