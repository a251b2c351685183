import type { Step } from '@daihon/shared/script/schema';
import type { Via } from '../session/via.ts';

type Position = Step['position'];

/** What a context menu is about. */
export type MenuSubject =
  | { type: 'steps'; ids: string[] }
  | { type: 'group'; id: string }
  | { type: 'choice'; stepId: string; choiceId: string }
  /** The map's paper at this place. */
  | { type: 'canvas'; position: Position }
  /** The kinds of a new step: at the end of a way that was drawn to nowhere, or on its own. */
  | { type: 'new'; from: { stepId: string; via: Via } | null; position?: Position };

export interface MenuState {
  /** Where on the screen, in CSS pixels. */
  at: { x: number; y: number };
  subject: MenuSubject;
}
