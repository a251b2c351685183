import type { AuditRow } from '../../../store/auditRows.ts';

/** Edits of one person, of one kind, without a longer pause. */
export interface EditGroup {
  accountId: string;
  loginId: string;
  how: string;
  from: Date;
  to: Date;
  count: number;
  stepIds: Set<string>;
  /** The number of its oldest row in the record. */
  n: number;
}

const PAUSE_MS = 10 * 60 * 1_000;
/** Frames of somebody who types; every other part of a row names what the server did for them at once. */
const typed: ReadonlySet<string> = new Set(['update', 'step2']);

/** Rows of edits, newest first, as groups, newest first. What brought nothing new and what nobody did is left out. */
export function editGroups(rows: readonly AuditRow[]): EditGroup[] {
  const groups: EditGroup[] = [];
  const open = new Map<string, EditGroup>();
  for (const { n, at, actor, detail } of rows) {
    if (actor.id === null || actor.id === '-' || typeof detail.n !== 'number') continue;
    const part = typeof detail.part === 'string' ? detail.part : 'update';
    if (part === 'sign') continue;
    const how = typed.has(part) ? 'typed' : typeof detail.point === 'string' ? detail.point : part;
    const key = `${actor.id} ${how}`;
    const known = open.get(key);
    const near = known !== undefined && known.from.getTime() - at.getTime() <= PAUSE_MS;
    const group = near
      ? known
      : {
          accountId: actor.id,
          loginId: actor.loginId,
          how,
          from: at,
          to: at,
          count: 0,
          stepIds: new Set<string>(),
          n,
        };
    if (!near) {
      groups.push(group);
      open.set(key, group);
    }
    group.from = at;
    group.n = n;
    group.count += 1;
    for (const id of stepsOf(detail)) group.stepIds.add(id);
  }
  return groups;
}

function stepsOf({ steps }: Record<string, unknown>): string[] {
  return Array.isArray(steps) ? steps.filter((id): id is string => typeof id === 'string') : [];
}
