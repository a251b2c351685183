import type { StepDiff } from '../../version.ts';
import { diffText } from '../diffText.ts';
import type { Script } from '../schema.ts';
import type { Names } from './parts.ts';

/** What differs in the script as a whole: one entry under the id `""`, none when nothing does. */
export function wholeScriptDiff(from: Script, to: Script, names: Names): StepDiff[] {
  const after = wholeParts(to, names.after);
  const parts = Object.entries(wholeParts(from, names.before)).flatMap(([part, text]) => {
    const now = after[part] ?? '';
    return text === now ? [] : [{ part, ops: diffText(text, now) }];
  });
  return parts.length === 0 ? [] : [{ id: '', change: 'changed', title: '', parts }];
}

function wholeParts(script: Script, names: ReadonlyMap<string, string>): Record<string, string> {
  const named = (id: string | null): string => (id === null ? '—' : (names.get(id) ?? id));
  return {
    title: script.title,
    language: script.language,
    start: named(script.start),
    placeholders: script.placeholders
      .map(
        ({ key, label, type, example, fallback, input }) =>
          `{{${key}}} ${label} ${type} ${example} ${fallback}`.trimEnd() + (input === true ? ' input' : ''),
      )
      .join('\n'),
    groups: script.groups
      .map(({ title, colour }) => (colour === undefined ? title : `${title} ${colour}`))
      .join('\n'),
    interrupts: script.interrupts.map(({ label, to }) => `${label} → ${named(to)}`).join('\n'),
  };
}
