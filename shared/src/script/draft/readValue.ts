import { EmbeddedPage, Jump } from '../schema.ts';
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
  const jump = Jump.safeParse(map.get('jump'));
  if (!jump.success) return null;
  const { scriptId, inputs = [], outputs = [] } = jump.data;
  return {
    scriptId,
    ...(inputs.length === 0 ? {} : { inputs }),
    ...(outputs.length === 0 ? {} : { outputs }),
  };
}

/** The embedded page of a step; null when there is none. */
export function pageAt(map: DraftMap): EmbeddedPage | null {
  const page = EmbeddedPage.safeParse(map.get('page'));
  return page.success ? page.data : null;
}

export function numberAt(map: DraftMap, name: string): number | null {
  const value = map.get(name);
  return typeof value === 'number' && Number.isFinite(value) ? value + 0 : null;
}
