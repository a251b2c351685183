import { keyOf, keysOf } from '../conditionKeys.ts';
import { treeOf } from '../conditions.ts';
import type { Mask, Script } from '../schema.ts';

export type Masks = ReadonlyMap<string, Mask>;

/** The mask of a value by the name that a call keeps it under: a key, or one below jump steps. */
export function maskOfName(masks: Masks, name: string): Mask | undefined {
  return masks.get(name.slice(name.lastIndexOf('/') + 1));
}

interface Derived {
  key: string;
  from: string;
}

/**
 * Which keys of a call are hidden, over all the scripts and versions that it has been on: a field that one of them hides is hidden
 * throughout. What is computed from a hidden value, handed in to a called script or taken back from one is hidden with it.
 */
export function masksOf(scripts: readonly Pick<Script, 'steps'>[]): Masks {
  const masks = new Map<string, Mask>();
  const derived: Derived[] = [];
  for (const { fields, jump } of scripts.flatMap(({ steps }) => steps)) {
    for (const { key, mask, computed } of fields) {
      if (mask !== undefined) hide(masks, key, mask);
      else if (computed !== undefined) derived.push({ key, from: computed });
    }
    for (const { key, from } of jump?.inputs ?? []) derived.push({ key, from });
    for (const { key, to } of jump?.outputs ?? []) derived.push({ key: to, from: key });
  }
  // What is derived may be derived from again; each round hides at least one more key, or it is over.
  let more = masks.size > 0;
  while (more) more = derived.filter((each) => spread(masks, each)).length > 0;
  return masks;
}

/** Whether a key is hidden now that was not, or more of it. */
function spread(masks: Map<string, Mask>, { key, from }: Derived): boolean {
  const tree = treeOf(from);
  if (tree === null) return false;
  // A plain copy shows as much as its source; of anything else nothing is known.
  const copied = keyOf(tree);
  const mask =
    copied === null ? (keysOf(tree).some((each) => masks.has(each)) ? 'all' : undefined) : masks.get(copied);
  return mask !== undefined && hide(masks, key, mask);
}

function hide(masks: Map<string, Mask>, key: string, mask: Mask): boolean {
  const known = masks.get(key);
  if (known === mask || known === 'all') return false;
  masks.set(key, mask);
  return true;
}
