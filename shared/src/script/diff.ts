import type { DiffOp, StepDiff } from '../version.ts';
import { canonicalJson } from './canonical.ts';
import { wholeScriptDiff } from './diff/whole.ts';
import { partsOf } from './diff/parts.ts';
import type { Names } from './diff/parts.ts';
import { diffText } from './diffText.ts';
import { longestIncreasing } from './longestIncreasing.ts';
import { stepRoles } from './kinds.ts';
import type { Script, Step } from './schema.ts';

/**
 * What differs between two scripts, step by step in the order of the newer one, removed steps where they stood. A step counts
 * as moved only when it left the longest run of steps that kept their order, or its group, and nothing else of it changed.
 * Places on the map are no difference. Parts: title, kind, say, do, caution, format (marks only), choices, fields, gates, mustRead,
 * hold, group, jump, page, outcome. What belongs to the whole script stands first under the id `""` with the title `''`: parts
 * title, language, start, placeholders, groups, interrupts.
 */
export function diffScripts(from: Script, to: Script): StepDiff[] {
  const before = new Map(from.steps.map((step) => [step.id, step]));
  const after = new Map(to.steps.map((step) => [step.id, step]));
  // The newer name on both sides: a renamed step is no change of what leads to it, one that is gone is.
  const newer = namesOf(to);
  const names: Names = { before: new Map([...namesOf(from), ...newer]), after: newer };
  const moved = movedSteps(from, to);
  const diffs = to.steps.flatMap((step) => {
    const old = before.get(step.id);
    if (old === undefined) return [added(step, names)];
    const parts = changedParts(old, step, names);
    if (parts.some(({ part }) => part !== 'group'))
      return [{ id: step.id, change: 'changed' as const, title: step.title, parts }];
    const place = moved.has(step.id) || parts.length > 0;
    return place ? [{ id: step.id, change: 'moved' as const, title: step.title, parts }] : [];
  });
  const removed = from.steps.flatMap((step) => (after.has(step.id) ? [] : [removedStep(step, names)]));
  return [...wholeScriptDiff(from, to, names), ...inPlace(diffs, removed, from, to)];
}

type Part = StepDiff['parts'][number];

function changedParts(old: Step, step: Step, names: Names): Part[] {
  const parts = partsOf(step, names.after);
  const texts = Object.entries(partsOf(old, names.before)).flatMap(([part, text]): Part[] => {
    const now = parts[part] ?? '';
    return text === now ? [] : [{ part, ops: diffText(text, now) }];
  });
  return [...texts, ...formatChange(old, step)];
}

/** Texts whose words are the same and whose marks, lists or conditions are not: 書式のみ. */
function formatChange(old: Step, step: Step): Part[] {
  const before = partsOf(old, new Map());
  const after = partsOf(step, new Map());
  const roles = stepRoles.filter(
    (role) => before[role] === after[role] && canonicalJson(old[role]) !== canonicalJson(step[role]),
  );
  const ops = roles.map((role): DiffOp => ['=', `${role}\n${after[role] ?? ''}`]);
  return roles.length === 0 ? [] : [{ part: 'format', ops }];
}

function added(step: Step, names: Names): StepDiff {
  return { id: step.id, change: 'added', title: step.title, parts: oneSided(step, names.after, '+') };
}

function removedStep(step: Step, names: Names): StepDiff {
  return { id: step.id, change: 'removed', title: step.title, parts: oneSided(step, names.before, '-') };
}

function oneSided(step: Step, names: Names['before'], sign: '+' | '-'): Part[] {
  return Object.entries(partsOf(step, names)).flatMap(([part, text]) =>
    text === '' || part === 'kind' ? [] : [{ part, ops: [[sign, text] satisfies DiffOp] }],
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

/** What steps and groups are called, by id. */
function namesOf(script: Script): Map<string, string> {
  return new Map([...script.groups, ...script.steps].map(({ id, title }) => [id, title === '' ? id : title]));
}
