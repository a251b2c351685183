import { z } from 'zod';
import { Group, Placeholder, Step } from '../schema.ts';

/** Steps on the way from one place to another: what a copy puts on the clipboard. Parsed before anything is done with it. */
export const StepsClip = z.strictObject({
  daihon: z.literal('steps'),
  version: z.literal(1),
  /** Taken away where they stood: a first paste into the same draft brings those very steps back. */
  cut: z.boolean(),
  steps: z.array(Step).min(1).max(1_000),
  /** The groups and placeholders that the steps name. */
  groups: z.array(Group).max(500),
  placeholders: z.array(Placeholder).max(1_000),
});
export type StepsClip = z.infer<typeof StepsClip>;

/** What a clipboard may bring: larger text is not looked at. */
export const clipLength = 4_000_000;

/** The clip that a text holds; null for any other text. */
export function readClip(text: string): StepsClip | null {
  if (text.length > clipLength || !text.includes('"daihon"')) return null;
  try {
    return StepsClip.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
