import { keyLength } from '../keys.ts';
import { oneOf } from '../kinds.ts';
import type { EmbeddedPage, Jump } from '../schema.ts';
import type { DraftMap } from './layout.ts';

/** Ids that a script may hold; anything else under a draft's maps is passed over. */
export function isId(id: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/u.test(id);
}

/** A short text, cut to what the schema allows and never in the middle of a character; '' when it is none. */
export function textAt(map: DraftMap, name: string, max: number): string {
  return clip(map.get(name), max);
}

export function clip(value: unknown, max: number): string {
  if (typeof value !== 'string') return '';
  return value.length <= max ? value : value.slice(0, max).replace(/[\uD800-\uDBFF]$/u, '');
}

/** A condition, or null when there is none or it is longer than a condition may be. */
export function conditionAt(map: DraftMap, name: string): string | null {
  const value = map.get(name);
  return typeof value === 'string' && value.trim() !== '' && value.length <= 2_000 ? value : null;
}

/** The jump of a step; empty lists are absent, so that one way to say nothing is left. */
export function jumpAt(map: DraftMap): Jump | null {
  const jump = map.get('jump');
  if (!hasOnly(jump, ['scriptId', 'inputs', 'outputs'])) return null;
  const { scriptId, inputs = [], outputs = [] } = jump;
  if (typeof scriptId !== 'string' || !isId(scriptId)) return null;
  if (!areTexts(inputs, { key: keyLength, from: 2_000 })) return null;
  if (!areTexts(outputs, { key: keyLength, to: keyLength })) return null;
  return {
    scriptId,
    ...(inputs.length === 0 ? {} : { inputs }),
    ...(outputs.length === 0 ? {} : { outputs }),
  };
}

/** The embedded page of a step; null when there is none. */
export function pageAt(map: DraftMap): EmbeddedPage | null {
  const page = map.get('page');
  return isTexts(page, { url: 2_000, title: 200, fallback: 2_000 }) ? page : null;
}

/** As the schemas have it, without the schema library: an object of these members and no other. */
function hasOnly<K extends string>(
  value: unknown,
  names: readonly K[],
): value is Readonly<Partial<Record<K, unknown>>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((name) => oneOf(names, name) !== null);
}

/** An object of exactly these texts, each at most so long. */
function isTexts<K extends string>(value: unknown, lengths: Record<K, number>): value is Record<K, string> {
  const entries = Object.entries<number>(lengths);
  if (!hasOnly(value, Object.keys(lengths))) return false;
  const texts: Readonly<Record<string, unknown>> = value;
  return entries.every(([name, max]) => {
    const text = texts[name];
    return typeof text === 'string' && text.length <= max;
  });
}

function areTexts<K extends string>(
  value: unknown,
  lengths: Record<K, number>,
): value is Record<K, string>[] {
  return Array.isArray(value) && value.length <= 50 && value.every((item) => isTexts(item, lengths));
}

export function numberAt(map: DraftMap, name: string): number | null {
  const value = map.get(name);
  return typeof value === 'number' && Number.isFinite(value) ? value + 0 : null;
}
