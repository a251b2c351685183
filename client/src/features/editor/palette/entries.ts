import type { ScriptSummary } from '@daihon/shared/wire/http';
import { matchesQuery } from '../../../ui/foldText.ts';
import type { StepOption } from '../session/outline.ts';
import type { PaletteCommand } from './commands.ts';

export type Entry =
  | { type: 'step'; id: string; label: string; hint: string }
  | { type: 'script'; id: string; label: string; hint: string }
  | { type: 'command'; command: PaletteCommand; label: string; hint: string };

export interface Choosable {
  steps: readonly StepOption[];
  /** The other scripts; null until they are known. */
  scripts: readonly ScriptSummary[] | null;
  commands: readonly Extract<Entry, { type: 'command' }>[];
  untitled: string;
}

const mostOfAKind = 30;

/** What the palette offers for a query: steps first, since most look for one; with nothing typed what can be done comes first. */
export function entriesFor(query: string, { steps, scripts, commands, untitled }: Choosable): Entry[] {
  const named = (title: string) => (title === '' ? untitled : title);
  const all: Entry[][] = [
    steps.map(({ id, number, title }) => ({
      type: 'step',
      id,
      label: `${number} ${named(title)}`,
      hint: '',
    })),
    [...commands],
    (scripts ?? []).map(({ id, title, folder }) => ({
      type: 'script',
      id,
      label: named(title),
      hint: folder,
    })),
  ];
  if (query.trim() === '') return [...commands, ...(all[0] ?? []).slice(0, mostOfAKind)];
  return all.flatMap((entries) =>
    entries.filter(({ label, hint }) => matchesQuery(`${label} ${hint}`, query)).slice(0, mostOfAKind),
  );
}
