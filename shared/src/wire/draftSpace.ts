export type DraftSpace = 'free' | 'near' | 'full';

/** From this share of its limit on, editors are told how full a draft is. */
const NEAR = 0.9;
/** What is kept free of the limit, so that nobody types a sentence that is then refused. */
const KEPT_FREE = 1 / 64;

/** How much room a draft of `bytes` has left: when it is full, editors only take away. */
export function draftSpace(bytes: number, limit: number): DraftSpace {
  if (bytes > limit * (1 - KEPT_FREE)) return 'full';
  return bytes >= limit * NEAR ? 'near' : 'free';
}
