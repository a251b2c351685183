import type { Script } from '@daihon/shared/script/schema';
import { hiddenBehind } from './hidden.ts';

/** What this person has folded on the map. */
export interface Folds {
  groups: ReadonlySet<string>;
  /** Steps behind which everything is folded away. */
  branches: ReadonlySet<string>;
}

/** What stands for each step that is not drawn itself: the id of a node. */
export interface Standing {
  of: ReadonlyMap<string, string>;
  /** How many steps are folded away behind a step. */
  behind: ReadonlyMap<string, number>;
}

/** Above this a map starts with its groups folded: an overview first. */
const manySteps = 150;

export function firstFolds({ steps, groups }: Script): Folds {
  const many = steps.length > manySteps;
  return { groups: new Set(many ? groups.map(({ id }) => id) : []), branches: new Set() };
}

/** Id of the node that stands for a folded group. */
export function cardId(groupId: string): string {
  return `card:${groupId}`;
}

export function frameId(groupId: string): string {
  return `frame:${groupId}`;
}

/** The group of a frame or card; null for a step's node. */
export function groupIdOf(nodeId: string): string | null {
  return /^(?:card|frame):(.*)$/u.exec(nodeId)?.[1] ?? null;
}

/** What stands for the steps that folding hides. */
export function standingFor(script: Script, { groups, branches }: Folds): Standing {
  const hidden = hiddenBehind(script, branches);
  const inFolded = new Map(
    script.steps.flatMap(({ id, group }) =>
      group !== null && groups.has(group) ? [[id, cardId(group)]] : [],
    ),
  );
  const of = new Map<string, string>();
  const behind = new Map<string, number>();
  for (const { id } of script.steps) {
    const branch = hidden.get(id);
    const node = branch === undefined ? inFolded.get(id) : (inFolded.get(branch) ?? branch);
    if (node === undefined) continue;
    of.set(id, node);
    if (branch !== undefined) behind.set(branch, (behind.get(branch) ?? 0) + 1);
  }
  return { of, behind };
}
