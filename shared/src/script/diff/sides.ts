import { diffText } from '../diffText.ts';
import type { DiffOp, StepDiff } from '../../version.ts';
import { labelsOf } from '../explain.ts';
import type { Script } from '../schema.ts';
import type { Side } from './parts.ts';
import { exactVoice, spokenVoice } from './voice.ts';
import type { Reader } from './voice.ts';

export type Part = StepDiff['parts'][number];
type Texts = Readonly<Record<string, string>>;

/** The older and the newer script, to be compared exactly and to be told to the reader. */
export interface Sides {
  exact: { before: Side; after: Side };
  told: { before: Side; after: Side };
}

/**
 * The newer name and label on both sides: a renamed step is no change of what leads to it, one that is gone is. Without a
 * reader what differs is told as it is stored.
 */
export function sidesOf(from: Script, to: Script, reader: Reader | null): Sides {
  const newer = namesOf(to);
  const names = { before: new Map([...namesOf(from), ...newer]), after: newer };
  const exact = {
    before: { voice: exactVoice, names: names.before },
    after: { voice: exactVoice, names: names.after },
  };
  if (reader === null) return { exact, told: exact };
  const labels = labelsOf(to);
  const told = {
    before: { voice: spokenVoice(reader, { ...labelsOf(from), ...labels }), names: names.before },
    after: { voice: spokenVoice(reader, labels), names: names.after },
  };
  return { exact, told };
}

/** What differs between two things of which `textsOf` tells the parts. Where words hide a difference, the stored values show it. */
export function changedParts<T>(
  [old, now]: readonly [T, T],
  textsOf: (thing: T, side: Side) => Texts,
  { exact, told }: Sides,
): Part[] {
  const stored = [textsOf(old, exact.before), textsOf(now, exact.after)] as const;
  const differing = Object.keys(stored[0]).filter((part) => stored[0][part] !== stored[1][part]);
  if (differing.length === 0) return [];
  const said = [textsOf(old, told.before), textsOf(now, told.after)] as const;
  return differing.map((part) => ({
    part,
    ops: opsOf(part, said[0][part] === said[1][part] ? stored : said),
  }));
}

/** What can be only this or that is replaced as a whole. */
const choiceParts: ReadonlySet<string> = new Set(['kind', 'language', 'mustRead', 'hold']);

function opsOf(part: string, [older, newer]: readonly [Texts, Texts]): DiffOp[] {
  const [before, after] = [older[part] ?? '', newer[part] ?? ''];
  if (!choiceParts.has(part)) return diffText(before, after);
  const ops: DiffOp[] = [
    ['-', before],
    ['+', after],
  ];
  return ops.filter(([, text]) => text !== '');
}

/** What steps and groups are called, by id. */
function namesOf(script: Script): Map<string, string> {
  return new Map([...script.groups, ...script.steps].map(({ id, title }) => [id, title === '' ? id : title]));
}
