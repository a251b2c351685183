import { diffChars } from 'diff';
import type * as Y from 'yjs';
import type { Mark } from '../content.ts';
import { sameEnds } from '../sameEnds.ts';
import { markName, readRuns, sameMarks } from './content.ts';
import type { TextRun } from './content.ts';

type Attributes = Record<string, unknown>;
type DeltaOp =
  | { insert: string; attributes: Attributes }
  | { delete: number }
  | { retain: number; attributes?: Attributes };

/** Brings one XmlText to `wanted` by the difference of the texts and, where only marks differ, by formatting. */
export function writeRuns(text: Y.XmlText, wanted: readonly TextRun[]): void {
  dropEmbeds(text);
  const present = readRuns(text);
  const ops = textOps(plain(present), plain(wanted));
  const delta = withMarks(ops, present, wanted, attributeNames(text));
  if (delta.length > 0) text.applyDelta(delta);
}

/** An embedded object takes one place in a text and has none in a script. */
function dropEmbeds(text: Y.XmlText): void {
  let index = 0;
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    if (typeof insert === 'string') index += insert.length;
    else text.delete(index, 1);
  }
}

type TextOp = { keep: number } | { drop: number } | { add: string };

/** Past this many edits the middle is replaced as a whole: the comparison would take longer than it saves. */
const maxEdits = 600;

function textOps(before: string, after: string): TextOp[] {
  if (before === '' || after === '') return wholeOps(before, after);
  const changes = diffChars(before, after, { maxEditLength: maxEdits });
  if (changes === undefined) return middleOps(before, after);
  return changes.map((change) =>
    change.added
      ? { add: change.value }
      : change.removed
        ? { drop: change.value.length }
        : { keep: change.value.length },
  );
}

/** Equal ends kept, everything between replaced. */
function middleOps(before: string, after: string): TextOp[] {
  const { head, tail } = sameEnds(before, after);
  const middle = (text: string): string => text.slice(head, text.length - tail);
  return [{ keep: head }, ...wholeOps(middle(before), middle(after)), { keep: tail }];
}

/** Never an op over nothing: Yjs cannot delete 0 characters of an empty text. */
function wholeOps(before: string, after: string): TextOp[] {
  return [...(before === '' ? [] : [{ drop: before.length }]), ...(after === '' ? [] : [{ add: after }])];
}

/** Spells the ops out as a delta, cut where the marks of either side change. */
function withMarks(
  ops: readonly TextOp[],
  present: readonly TextRun[],
  wanted: readonly TextRun[],
  names: ReadonlyMap<string, readonly string[]>,
): DeltaOp[] {
  const delta: DeltaOp[] = [];
  let from = 0;
  let to = 0;
  for (const op of ops) {
    if ('drop' in op) {
      delta.push({ delete: op.drop });
      from += op.drop;
      continue;
    }
    const end = to + ('keep' in op ? op.keep : op.add.length);
    while (to < end) {
      const target = runAt(wanted, to);
      const source = 'keep' in op ? runAt(present, from) : null;
      const length = Math.min(end - to, target.left, source?.left ?? Infinity);
      if (source === null) {
        const insert = plain(wanted).slice(to, to + length);
        delta.push({ insert, attributes: attributesOf(target.marks) });
      } else {
        from += length;
        delta.push(
          sameMarks(source.marks, target.marks)
            ? { retain: length }
            : { retain: length, attributes: markChange(source.marks, target.marks, names) },
        );
      }
      to += length;
    }
  }
  return trimmed(delta);
}

/** A retain at the end without a change of marks says nothing. */
function trimmed(delta: DeltaOp[]): DeltaOp[] {
  let end = delta.length;
  for (
    let op = delta[end - 1];
    op !== undefined && 'retain' in op && op.attributes === undefined;
    op = delta[end - 1]
  ) {
    end -= 1;
  }
  return delta.slice(0, end);
}

function runAt(runs: readonly TextRun[], index: number): { marks: readonly Mark[]; left: number } {
  let start = 0;
  for (const run of runs) {
    if (index < start + run.text.length) return { marks: run.marks, left: start + run.text.length - index };
    start += run.text.length;
  }
  return { marks: [], left: Infinity };
}

function plain(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}

function attributesOf(marks: readonly Mark[]): Attributes {
  return Object.fromEntries(marks.map((mark) => [mark.type, mark.type === 'link' ? mark.attrs : {}]));
}

/** New marks by their attributes, lost ones by null under every name the text knows them by. */
function markChange(
  before: readonly Mark[],
  after: readonly Mark[],
  names: ReadonlyMap<string, readonly string[]>,
): Attributes {
  const lost = before.filter((mark) => !after.some((other) => other.type === mark.type));
  const gone = lost.flatMap((mark) =>
    (names.get(mark.type) ?? [mark.type]).map((name) => [name, null] as const),
  );
  const gained = after.filter((mark) => !before.some((other) => sameMarks([mark], [other])));
  return { ...Object.fromEntries(gone), ...attributesOf(gained) };
}

/** The attribute names in use per mark: `bold`, and `bold--hash` where a mark may overlap itself. */
function attributeNames(text: Y.XmlText): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { attributes } of text.toDelta() as { attributes?: Attributes }[]) {
    for (const attribute of Object.keys(attributes ?? {})) {
      const known = names.get(markName(attribute)) ?? [];
      if (!known.includes(attribute)) names.set(markName(attribute), [...known, attribute]);
    }
  }
  return names;
}
