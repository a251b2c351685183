import { keyUses } from '@daihon/shared/script/keyUses';
import type { KeyUse } from '@daihon/shared/script/keyUses';
import type { Script } from '@daihon/shared/script/schema';

const known = new WeakMap<Script, ReadonlyMap<string, readonly KeyUse[]>>();

/** Where the draft asks for a key; computed once per state of the draft. */
export function usesOf(script: Script, key: string): readonly KeyUse[] {
  const present = known.get(script) ?? keyUses(script);
  known.set(script, present);
  return present.get(key) ?? [];
}
