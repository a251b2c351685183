import type { PathEntry, PathFault, UndoneEntry } from '../../call.ts';
import { framesOf } from './frames.ts';
import { gatesInWay } from './gates.ts';
import { gatesOf } from './offer.ts';
import { stepIn } from './state.ts';
import type { Walk, WalkScript } from './state.ts';

export interface PathAsk {
  path: readonly PathEntry[];
  undone: readonly UndoneEntry[];
  rootId: string;
  /** Every version that the call may have been on, of each of its scripts. */
  versions: readonly WalkScript[];
}

/**
 * Whether a path can have been walked: its steps exist, something leads from each to the next, and no gate was passed before it was
 * ticked. What fits one version of the call fits; what was typed is not looked at. Null: it fits.
 */
export function verifyPath(ask: PathAsk): PathFault | null {
  for (const [index, { stepId }] of ask.path.entries()) {
    const why = faultAt(ask, index);
    if (why !== null) return { index, stepId, why };
  }
  return null;
}

function faultAt(ask: PathAsk, index: number): PathFault['why'] | null {
  const entry = ask.path[index];
  const before = ask.path[index - 1];
  if (entry === undefined) return null;
  const here = versionsOf(ask, entry).filter((version) => stepIn(version, entry.stepId) !== null);
  if (here.length === 0) return 'unknown_step';
  const isStart = here.some(({ script }) => script.start === entry.stepId);
  if (before === undefined) return isStart ? null : 'unknown_way';
  const frame = framesOf(ask.path.slice(0, index)).at(-1);
  const open = frame?.open ?? [];
  if (entry.via === 'switch') return null;
  if (entry.via === 'return') return open.length > 0 ? null : 'unknown_way';
  if (entry.via === 'interrupt') {
    const inside = [undefined, before.scriptId, ...open.map((place) => ask.path[place.index]?.scriptId)];
    const drawn = here.some(({ script }) => script.interrupts.some(({ to }) => to === entry.stepId));
    return drawn && inside.includes(entry.scriptId) ? null : 'unknown_way';
  }
  if (entry.via === 'jump') {
    const called = entry.scriptId ?? ask.rootId;
    return isStart ? leftBy(ask, before, ({ jump }) => jump?.scriptId === called) : 'unknown_way';
  }
  if (before.scriptId !== entry.scriptId) return 'unknown_way';
  const left =
    before.choiceId === null ? null : leftBy(ask, before, ({ choices }) => leads(choices, before, entry));
  return left ?? (isHeld(ask, index, here) ? 'gate' : null);
}

/** Whether a version lets the call leave a step in that way: it is drawn, and the gates are ticked. */
function leftBy(
  ask: PathAsk,
  before: PathEntry,
  drawn: (step: WalkScript['script']['steps'][number]) => boolean,
): PathFault['why'] | null {
  const ways = versionsOf(ask, before).flatMap((version) => {
    const step = stepIn(version, before.stepId);
    return step !== null && drawn(step) ? [step] : [];
  });
  if (ways.length === 0) return 'unknown_way';
  const ticked = new Set((before.gates ?? []).map(({ gateId }) => gateId));
  return ways.some((step) => gatesOf(step).every(({ id }) => ticked.has(id))) ? null : 'gate';
}

function leads(
  choices: readonly { id: string; to: string | null }[],
  from: PathEntry,
  to: PathEntry,
): boolean {
  return choices.some(({ id, to: target }) => id === from.choiceId && target === to.stepId);
}

/** Whether a gate stood in the way by every version; a condition that was passed is no place to be, and a side topic may end. */
function isHeld(ask: PathAsk, index: number, versions: readonly WalkScript[]): boolean {
  const entry = ask.path[index];
  if (entry === undefined || entry.reason !== undefined) return false;
  const path = ask.path.slice(0, index);
  const aside = framesOf(path).at(-1)?.open.at(-1)?.kind === 'interrupt';
  return versions.every((version) => {
    if (aside && path.at(-1)?.choiceId !== null && stepIn(version, entry.stepId)?.kind === 'end')
      return false;
    return gatesInWay(walkOn(ask, path, version))(entry.stepId) !== null;
  });
}

function walkOn({ undone, rootId }: PathAsk, path: readonly PathEntry[], version: WalkScript): Walk {
  const root = { ...version, scriptId: rootId };
  const called = version.scriptId === rootId ? {} : { [version.scriptId]: version };
  const nothing = { fields: {}, placeholders: {}, switches: [], ended: null, surroundings: null };
  return { root, called, path, undone, ...nothing };
}

function versionsOf({ versions, rootId }: PathAsk, { scriptId = rootId }: PathEntry): WalkScript[] {
  return versions.filter((version) => version.scriptId === scriptId);
}
