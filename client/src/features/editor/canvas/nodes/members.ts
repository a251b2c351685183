import type { Script } from '@daihon/shared/script/schema';
import { groupIdOf } from '../model/folds.ts';

/** The steps of a node: those of its group for a frame or card, else the one it shows. */
export function membersOf(nodeId: string, { steps }: Pick<Script, 'steps'>): string[] {
  const groupId = groupIdOf(nodeId);
  return groupId === null ? [nodeId] : steps.flatMap(({ id, group }) => (group === groupId ? [id] : []));
}
