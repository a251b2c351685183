import { framesOf } from './frames.ts';
import { scriptOfEntry, stepIn } from './state.ts';
import type { Walk, WalkScript } from './state.ts';

/** A side topic that can be gone to, and the script that it belongs to. */
export interface Topic {
  id: string;
  label: string;
  to: string;
  script: WalkScript;
}

/** The side topics of every script that the call is in, the call's own first: they are reachable from every step (SPEC 18). */
export function topicsHere(walk: Walk): Topic[] {
  return scriptsHere(walk).flatMap((script) =>
    script.script.interrupts.flatMap(({ id, label, to }) =>
      to === null || stepIn(script, to) === null ? [] : [{ id, label, to, script }],
    ),
  );
}

/** The scripts that the call is in, from its own to the innermost, each once. */
export function scriptsHere(walk: Walk): WalkScript[] {
  const open = framesOf(walk.path).at(-1)?.open ?? [];
  const entries = [...open.map(({ index }) => walk.path[index]), walk.path.at(-1)];
  const scripts = entries.flatMap((entry) => (entry === undefined ? [] : (scriptOfEntry(walk, entry) ?? [])));
  return [...new Set([walk.root, ...scripts])];
}

/** The topic of that id: in the script named, or else in the innermost that has it. */
export function topicOf(walk: Walk, id: string, scriptId?: string): Topic | null {
  const named = (topic: Topic) => scriptId === undefined || topic.script.scriptId === scriptId;
  return topicsHere(walk).findLast((topic) => topic.id === id && named(topic)) ?? null;
}
