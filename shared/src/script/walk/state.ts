import type { Surroundings } from '../../calendar/surroundings.ts';
import type { FieldValue, PathEntry, UndoneEntry, VersionSwitch } from '../../call.ts';
import type { Script, Step } from '../schema.ts';
import { frameOf } from './frames.ts';
import type { Return } from './frames.ts';

/** A script as it is run: which, in what version (the number for a trial run of a draft is the caller's choice). */
export interface WalkScript {
  scriptId: string;
  version: number;
  script: Script;
}

/**
 * A call on its way. All there is to know is the path and what was typed; where the call stands, the scripts called and the
 * interrupts open are read off the path, so a stored call goes on where it was. Never changed: every move gives a new one.
 */
export interface Walk {
  /** The script the call was started with. */
  root: WalkScript;
  /** Scripts called by jumps so far, by id. */
  called: Readonly<Record<string, WalkScript>>;
  path: readonly PathEntry[];
  /** What is no longer part of the path, in the order in which it was taken back. */
  undone: readonly UndoneEntry[];
  fields: Readonly<Record<string, FieldValue>>;
  placeholders: Readonly<Record<string, string>>;
  switches: readonly VersionSwitch[];
  ended: { outcome: string | null; at: string } | null;
  /** The tenant's calendar and tax; null where they are not known. Never stored; its time is that of the step on screen. */
  surroundings: Surroundings | null;
}

/** The script that an entry of the path belongs to; undefined when it was never loaded. */
export function scriptOfEntry(walk: Walk, entry: PathEntry): WalkScript | undefined {
  return entry.scriptId === undefined ? walk.root : walk.called[entry.scriptId];
}

/** The script on screen. */
export function currentScript(walk: Walk): WalkScript {
  const entry = walk.path.at(-1);
  return (entry === undefined ? undefined : scriptOfEntry(walk, entry)) ?? walk.root;
}

/** The step on screen; null when the script has none (no start, or the step is gone from it). */
export function currentStep(walk: Walk): Step | null {
  const entry = walk.path.at(-1);
  return entry === undefined ? null : stepIn(scriptOfEntry(walk, entry), entry.stepId);
}

export function stepIn(script: WalkScript | undefined, stepId: string): Step | null {
  return script?.script.steps.find(({ id }) => id === stepId) ?? null;
}

/** The places to come back to, innermost last. */
export function returnsOf(path: readonly PathEntry[]): Return[] {
  return [...frameOf(path).open];
}
