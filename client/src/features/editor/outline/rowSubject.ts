import type { Script } from '@daihon/shared/script/schema';
import type { MenuSubject } from '../menu/menuState.ts';
import type { OutlineRow } from './rows.ts';

/** The steps of a row: those of a group, a choice's own step. */
export function stepIdsOf(row: OutlineRow, { steps }: Pick<Script, 'steps'>): string[] {
  if (row.type !== 'group') return [row.step.id];
  const groupId = row.group?.id ?? null;
  return steps.flatMap(({ id, group }) => (group === groupId ? [id] : []));
}

/** What a row's menu is about; the chosen steps when it is one of them. */
export function subjectOf(row: OutlineRow, chosen: readonly string[]): MenuSubject | null {
  if (row.type === 'choice') return { type: 'choice', stepId: row.step.id, choiceId: row.choice.id };
  if (row.type === 'group') return row.group === null ? null : { type: 'group', id: row.group.id };
  return { type: 'steps', ids: chosen.includes(row.step.id) ? [...chosen] : [row.step.id] };
}
