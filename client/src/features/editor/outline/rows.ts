import type { Choice, Group, Script, Step } from '@daihon/shared/script/schema';
import { outlineOf } from '../session/outline.ts';

export type OutlineRow =
  | { type: 'group'; id: string; group: Group | null; count: number; open: boolean }
  | { type: 'step'; id: string; step: Step; number: number; open: boolean }
  | { type: 'choice'; id: string; step: Step; choice: Choice };

/** Row id of the steps that belong to no group. */
export const looseGroupId = 'group:none';

export interface OutlineOptions {
  /** Groups folded and steps unfolded by this person. */
  folded: ReadonlySet<string>;
  unfolded: ReadonlySet<string>;
  filter: string;
}

/** The rows of the tree from top to bottom. A filter shows what matches, wherever it is folded. */
export function outlineRows(script: Script, { folded, unfolded, filter }: OutlineOptions): OutlineRow[] {
  const { sections, numbers } = outlineOf(script);
  const wanted = fold(filter);
  const onlyLoose = sections.length === 1 && sections[0]?.group === null;
  return sections.flatMap(({ group, steps }): OutlineRow[] => {
    const id = group === null ? looseGroupId : `group:${group.id}`;
    const shown = steps.filter((step) => wanted === '' || fold(step.title).includes(wanted));
    if (wanted !== '' && shown.length === 0) return [];
    const open = wanted !== '' || !folded.has(id);
    const head: OutlineRow[] = onlyLoose ? [] : [{ type: 'group', id, group, count: steps.length, open }];
    if (!open) return head;
    return [...head, ...shown.flatMap((step) => stepRows(step, numbers.get(step.id) ?? 0, unfolded))];
  });
}

function stepRows(step: Step, number: number, unfolded: ReadonlySet<string>): OutlineRow[] {
  const id = `step:${step.id}`;
  const open = unfolded.has(id);
  const choices = step.choices.map((choice): OutlineRow => ({
    type: 'choice',
    id: `choice:${choice.id}`,
    step,
    choice,
  }));
  return [{ type: 'step', id, step, number, open }, ...(open ? choices : [])];
}

/** Width, case and kana are folded, so that ほんにん finds ホンニン. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u30a1-\u30f6]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
