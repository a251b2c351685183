import { canonicalJson } from '@daihon/shared/script/canonical';
import type { Script } from '@daihon/shared/script/schema';
import { sha256Hex } from '../../../platform/hash.ts';

/** The entity tag of a draft that was looked at, with the moment of the look: who changed it after that can then be named. */
export function draftTag(draft: Script, lookedAt: Date): string {
  return `"${lookedAt.getTime().toString(36)}.${contentTag(draft)}"`;
}

/** Whether the draft stands as it did when it got this tag. */
export function standsAs(draft: Script, tag: string): boolean {
  return tag.slice(tag.indexOf('.') + 1).replace(/"$/u, '') === contentTag(draft);
}

/** When the tag was given; null for one that is none of ours. */
export function lookOf(tag: string): Date | null {
  const at = Number.parseInt(/^"([0-9a-z]{1,12})\./u.exec(tag)?.[1] ?? '', 36);
  return Number.isFinite(at) ? new Date(at) : null;
}

function contentTag(draft: Script): string {
  return sha256Hex(canonicalJson(draft)).slice(0, 32);
}
