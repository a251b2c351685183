import type { Script } from '../schema.ts';
import type { Side } from './parts.ts';

/** Every part of the script as a whole as text to compare. */
export function wholeParts(script: Script, { voice, names }: Side): Record<string, string> {
  const named = (id: string | null): string => (id === null ? '—' : (names.get(id) ?? id));
  return {
    title: script.title,
    language: voice.language(script.language),
    start: named(script.start),
    placeholders: script.placeholders.map(voice.placeholder).join('\n'),
    groups: script.groups.map(({ title, colour }) => voice.group(title, colour)).join('\n'),
    interrupts: script.interrupts.map(({ label, to }) => `${label} → ${named(to)}`).join('\n'),
  };
}
