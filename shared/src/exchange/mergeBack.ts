import { z } from 'zod';
import { canonicalJson } from '../script/canonical.ts';
import { Script } from '../script/schema.ts';

/** What stays as somebody made it after the replacement, by its name; empty: nobody touched anything. */
export interface MergedBack {
  script: Script;
  kept: string[];
}

/**
 * A draft whose replacement by a file is taken back: everything as in `before`, but for what was changed since: `after` is what the
 * file left behind, `current` what stands now. Members that differ from `after` stay, what was added since stays, what was thrown
 * away since stays away. What leads to a step that is gone leads nowhere.
 */
export function mergeBack(before: Script, after: Script, current: Script): MergedBack {
  const kept = new Set<string>();
  const merged = Script.parse(mergeMembers(before, after, current, (name) => kept.add(name)));
  return { script: withoutLooseEnds(merged), kept: [...kept] };
}

type Members = Readonly<Record<string, unknown>>;
type Note = (name: string) => void;

const Items = z.array(z.record(z.string(), z.unknown()));

/** The lists whose items are merged one by one, with what names an item; every other member is taken whole. */
const lists: Readonly<Record<string, string>> = {
  placeholders: 'key',
  groups: 'id',
  interrupts: 'id',
  steps: 'id',
  gates: 'id',
  fields: 'id',
  choices: 'id',
};

function mergeMembers(before: Members, after: Members, current: Members, note: Note): Members {
  const names = new Set([...Object.keys(before), ...Object.keys(current)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const key = lists[name];
      const value =
        key === undefined
          ? mergeValue(name, before[name], after[name], current[name], note)
          : mergeItems(key, before[name], after[name], current[name], note);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function mergeValue(name: string, before: unknown, after: unknown, current: unknown, note: Note): unknown {
  if (same(after, current) || same(before, current)) return before;
  if (name !== 'position') note('');
  return current;
}

/** In the order of `before`; what came since stands behind what it stands behind now. */
function mergeItems(key: string, before: unknown, after: unknown, current: unknown, note: Note): Members[] {
  const [old, left, now] = [before, after, current].map((list) => byKey(key, list));
  if (old === undefined || left === undefined || now === undefined) return [];
  const merged = [...old].flatMap(([id, item]): Members[] => {
    const present = now.get(id);
    const imported = left.get(id);
    if (present === undefined) {
      // Gone by the file: it comes back. Gone since: it stays away.
      if (imported !== undefined) note(nameOf(item));
      return imported === undefined ? [item] : [];
    }
    if (imported === undefined) return same(item, present) ? [item] : [kept(present, note)];
    return [mergeMembers(item, imported, present, (inner) => note(nameOf(present) || inner))];
  });
  let behind: unknown = null;
  for (const [id, item] of now) {
    const imported = left.get(id);
    const isNew = !old.has(id) && (imported === undefined || !sameButPlace(imported, item));
    if (isNew) {
      const at = merged.findIndex((each) => each[key] === behind);
      merged.splice(at === -1 ? merged.length : at + 1, 0, kept(item, note));
    }
    behind = id;
  }
  return merged;
}

function byKey(key: string, list: unknown): Map<unknown, Members> {
  return new Map(Items.parse(list ?? []).map((item) => [item[key], item]));
}

function kept(item: Members, note: Note): Members {
  note(nameOf(item));
  return item;
}

function nameOf(item: Members): string {
  const name = [item.title, item.label, item.key].find((each) => typeof each === 'string' && each !== '');
  return typeof name === 'string' ? name : '';
}

function same(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

function sameButPlace(a: Members, b: Members): boolean {
  return same({ ...a, position: null }, { ...b, position: null });
}

function withoutLooseEnds(script: Script): Script {
  const steps = new Set(script.steps.map(({ id }) => id));
  const groups = new Set(script.groups.map(({ id }) => id));
  const to = (id: string | null): string | null => (id !== null && steps.has(id) ? id : null);
  return {
    ...script,
    start: to(script.start),
    interrupts: script.interrupts.map((each) => ({ ...each, to: to(each.to) })),
    steps: script.steps.map((step) => ({
      ...step,
      group: step.group !== null && groups.has(step.group) ? step.group : null,
      choices: step.choices.map((choice) => ({ ...choice, to: to(choice.to) })),
    })),
  };
}
