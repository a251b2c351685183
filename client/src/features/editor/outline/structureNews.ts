import type { Script } from '@daihon/shared/script/schema';

export interface StructureChange {
  kind: 'added' | 'removed' | 'renamed' | 'moved' | 'groupAdded' | 'groupRemoved';
  id: string;
  title: string;
}

/** What of a script's structure differs; texts are not told, they would never end. */
export function structureChanges(before: Script, after: Script): StructureChange[] {
  if (before.steps === after.steps && before.groups === after.groups) return [];
  const known = new Map(before.steps.map((step) => [step.id, step]));
  const present = new Set(after.steps.map(({ id }) => id));
  const steps = after.steps.flatMap((step): StructureChange[] => {
    const was = known.get(step.id);
    if (was === undefined) return [{ kind: 'added', id: step.id, title: step.title }];
    if (was.title !== step.title) return [{ kind: 'renamed', id: step.id, title: step.title }];
    return was.group === step.group ? [] : [{ kind: 'moved', id: step.id, title: step.title }];
  });
  const gone = before.steps.flatMap(({ id, title }): StructureChange[] =>
    present.has(id) ? [] : [{ kind: 'removed', id, title }],
  );
  const groupIds = (script: Script) => new Set(script.groups.map(({ id }) => id));
  const [old, now] = [groupIds(before), groupIds(after)];
  const groups = [
    ...after.groups.flatMap(({ id, title }): StructureChange[] =>
      old.has(id) ? [] : [{ kind: 'groupAdded', id, title }],
    ),
    ...before.groups.flatMap(({ id, title }): StructureChange[] =>
      now.has(id) ? [] : [{ kind: 'groupRemoved', id, title }],
    ),
  ];
  return [...steps, ...gone, ...groups];
}
