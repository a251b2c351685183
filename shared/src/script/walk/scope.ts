import type { FieldValue, PathEntry } from '../../call.ts';
import { own } from '../own.ts';
import type { Jump } from '../schema.ts';
import { frameOf, framesOf, scopedKey } from './frames.ts';
import { currentScript, scriptOfEntry, stepIn } from './state.ts';
import type { Walk, WalkScript } from './state.ts';

// A called script has fields of its own (SPEC 17). They are kept in the call's flat record under the jump steps that led there,
// `s5/quantity`, so that neither the caller nor a second call of the same part shares them; the call's own script has plain keys.
// Placeholders belong to the call, except for those that the jump hands in.

/** The jump steps that led to the script on screen, `s5/s2`; '' in the call's own script. */
export function scopeOf(path: readonly PathEntry[]): string {
  return frameOf(path).scope;
}

/** What was typed into the fields of the script on screen, by the keys that it knows. */
export function fieldsHere(walk: Walk): Readonly<Record<string, FieldValue>> {
  return fieldsIn(walk, scopeOf(walk.path), currentScript(walk));
}

/** The fields of a script that was called under `scope`. */
export function fieldsIn(
  walk: Walk,
  scope: string,
  { script }: WalkScript,
): Readonly<Record<string, FieldValue>> {
  if (scope === '') return walk.fields;
  const callers = new Set(walk.root.script.steps.flatMap((step) => step.fields.map(({ key }) => key)));
  const fields: Record<string, FieldValue> = {};
  for (const { key } of script.steps.flatMap((step) => step.fields)) {
    // Calls begun before parts had fields of their own hold them under plain keys.
    const value =
      own(walk.fields, scopedKey(scope, key)) ?? (callers.has(key) ? undefined : own(walk.fields, key));
    if (value !== undefined) fields[key] = value;
  }
  return fields;
}

/** The placeholders as the script on screen knows them: those of the call, and those that the jump handed in. */
export function placeholdersHere(walk: Walk): Readonly<Record<string, string>> {
  return placeholdersIn(walk, scopeOf(walk.path));
}

export function placeholdersIn(walk: Walk, scope: string): Readonly<Record<string, string>> {
  if (scope === '') return walk.placeholders;
  const prefix = scopedKey(scope, '');
  const handed = Object.entries(walk.placeholders)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value] as const);
  return { ...walk.placeholders, ...Object.fromEntries(handed) };
}

/** Where a placeholder of the script on screen is kept. */
export function placeholderName(walk: Walk, key: string): string {
  const scope = scopeOf(walk.path);
  const handed = jumpHere(walk)?.inputs?.some((input) => input.key === key) === true;
  return handed ? scopedKey(scope, key) : key;
}

/** The jump that led to the script on screen, as its caller declares it now; null in the call's own script. */
export function jumpHere(walk: Walk): Jump | null {
  const entry = walk.path[frameOf(walk.path).jump?.index ?? -1];
  return entry === undefined ? null : (stepIn(scriptOfEntry(walk, entry), entry.stepId)?.jump ?? null);
}

/** Every script that the call has been in, under its scope, in the order of the path; the call's own first. */
export function scopesOf(walk: Walk): { scope: string; script: WalkScript }[] {
  const found = new Map<string, WalkScript>([['', walk.root]]);
  const frames = framesOf(walk.path);
  walk.path.forEach((entry, index) => {
    const script = entry.via === 'jump' ? scriptOfEntry(walk, entry) : undefined;
    const scope = frames[index]?.scope;
    if (script !== undefined && scope !== undefined) found.set(scope, script);
  });
  return [...found].map(([scope, script]) => ({ scope, script }));
}
