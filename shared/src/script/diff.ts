import type { DiffOp, StepDiff } from '../version.ts';
import { canonicalJson } from './canonical.ts';
import { partsOf } from './diff/parts.ts';
import type { Side } from './diff/parts.ts';
import { changedParts, sidesOf } from './diff/sides.ts';
import type { Part, Sides } from './diff/sides.ts';
import { exactVoice } from './diff/voice.ts';
import type { Reader } from './diff/voice.ts';
import { wholeParts } from './diff/whole.ts';
import { longestIncreasing } from './longestIncreasing.ts';
import { stepRoles } from './kinds.ts';
import type { Script, Step } from './schema.ts';

/**
 * What differs between two scripts, step by step in the order of the newer one, removed steps where they stood. A step counts
 * as moved only when it left the longest run of steps that kept their order, or its group, and nothing else of it changed.
 * Places on the map are no difference. Parts: title, kind, say, do, caution, format (marks only), choices, fields, gates, mustRead,
 * hold, group, jump, page, outcome. What belongs to the whole script stands first under the id `""` with the title `''`: parts
 * title, language, start, placeholders, groups, interrupts. The texts are in the reader's words; without a reader, as stored.
 */
export function diffScripts(from: Script, to: Script, reader: Reader | null = null): StepDiff[] {
  const before = new Map(from.steps.map((step) => [step.id, step]));
  const after = new Set(to.steps.map(({ id }) => id));
  const sides = sidesOf(from, to, reader);
  const moved = movedSteps(from, to);
  const diffs = to.steps.flatMap((step) => {
    const old = before.get(step.id);
    return old === undefined ? [added(step, sides)] : changeOf([old, step], moved.has(step.id), sides);
  });
  const removed = from.steps.flatMap((step) => (after.has(step.id) ? [] : [removedStep(step, sides)]));
  return [...wholeScriptDiff(from, to, sides), ...inPlace(diffs, removed, from, to)];
}

/** The same of one step alone; null when it does not differ, or is in neither. */
export function diffStep(
  { from, to }: { from: Script; to: Script },
  id: string,
  reader: Reader | null = null,
): StepDiff | null {
  const sides = sidesOf(from, to, reader);
  const old = from.steps.find((step) => step.id === id);
  const step = to.steps.find((each) => each.id === id);
  if (step === undefined) return old === undefined ? null : removedStep(old, sides);
  if (old === undefined) return added(step, sides);
  return changeOf([old, step], movedSteps(from, to).has(id), sides)[0] ?? null;
}

function changeOf([old, step]: readonly [Step, Step], left: boolean, sides: Sides): StepDiff[] {
  const parts = [...changedParts([old, step], partsOf, sides), ...formatChange(old, step, sides)];
  const { id, title } = step;
  if (parts.some(({ part }) => part !== 'group')) return [{ id, change: 'changed', title, parts }];
  return left || parts.length > 0 ? [{ id, change: 'moved', title, parts }] : [];
}

/** One entry under the id `""`, none when nothing of the script as a whole differs. */
function wholeScriptDiff(from: Script, to: Script, sides: Sides): StepDiff[] {
  const parts = changedParts([from, to], wholeParts, sides);
  return parts.length === 0 ? [] : [{ id: '', change: 'changed', title: '', parts }];
}

const nameless: Side = { voice: exactVoice, names: new Map() };

/** Texts whose words are the same and whose marks, lists or conditions are not: 書式のみ. */
function formatChange(old: Step, step: Step, { told }: Sides): Part[] {
  const before = partsOf(old, nameless);
  const after = partsOf(step, nameless);
  const roles = stepRoles.filter(
    (role) => before[role] === after[role] && canonicalJson(old[role]) !== canonicalJson(step[role]),
  );
  const texts = partsOf(step, told.after);
  const ops = roles.map((role): DiffOp => ['=', `${told.after.voice.role(role)}\n${texts[role] ?? ''}`]);
  return roles.length === 0 ? [] : [{ part: 'format', ops }];
}

function added(step: Step, { told }: Sides): StepDiff {
  return { id: step.id, change: 'added', title: step.title, parts: oneSided(step, told.after, '+') };
}

function removedStep(step: Step, { told }: Sides): StepDiff {
  return { id: step.id, change: 'removed', title: step.title, parts: oneSided(step, told.before, '-') };
}

/** What a step is made of, but its kind and the marks that are not set. */
function oneSided(step: Step, side: Side, sign: '+' | '-'): Part[] {
  const bare: Record<string, boolean> = { kind: true, mustRead: !step.mustRead, hold: !step.hold };
  return Object.entries(partsOf(step, side)).flatMap(([part, text]) =>
    text === '' || bare[part] === true ? [] : [{ part, ops: [[sign, text] satisfies DiffOp] }],
  );
}

/** The steps, present in both, outside of the longest run that kept its order. */
function movedSteps(from: Script, to: Script): Set<string> {
  const place = new Map(from.steps.map(({ id }, index) => [id, index]));
  const kept = longestIncreasing(to.steps.map(({ id }) => place.get(id) ?? null));
  return new Set(to.steps.filter(({ id }, index) => place.has(id) && !kept.has(index)).map(({ id }) => id));
}

/** Puts the removed steps after the last step before them that is still there. */
function inPlace(
  diffs: readonly StepDiff[],
  removed: readonly StepDiff[],
  from: Script,
  to: Script,
): StepDiff[] {
  const rank = new Map<string, number>(to.steps.map(({ id }, index) => [id, index]));
  let last = -1;
  from.steps.forEach(({ id }, index) => {
    const known = rank.get(id);
    if (known === undefined) rank.set(id, last + (index + 1) / (from.steps.length + 1));
    else last = known;
  });
  return [...diffs, ...removed].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
}
