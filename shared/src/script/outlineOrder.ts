import type { Group, Script, Step } from './schema.ts';

export interface OutlineSection {
  /** Null: the steps that belong to no group. */
  group: Group | null;
  steps: Step[];
}

/** The steps as the outline shows and numbers them: group by group, those without a group last. At least one section. */
export function outlineSections({ groups, steps }: Pick<Script, 'groups' | 'steps'>): OutlineSection[] {
  const ungrouped = steps.filter(({ group }) => group === null);
  const sections: OutlineSection[] = groups.map((group) => ({
    group,
    steps: steps.filter((step) => step.group === group.id),
  }));
  if (ungrouped.length > 0 || sections.length === 0) sections.push({ group: null, steps: ungrouped });
  return sections;
}

/** The number shown before each title, by step id. */
export function stepNumbers(sections: readonly OutlineSection[]): ReadonlyMap<string, number> {
  return new Map(sections.flatMap(({ steps }) => steps).map(({ id }, index) => [id, index + 1]));
}
