import type { Actor } from '@daihon/shared/access';
import type { Origin } from '../usecases/context.ts';

export type AdmissionEnd = 'sessionEnded' | 'rightWithdrawn';

/** One admitted connection: who it speaks for, and whether that still holds. */
export interface Admission {
  actor: Actor;
  origin: Origin;
  sessionId: string;
  /** Null while still valid; answered from memory, so it can be asked on every frame. */
  ended(): AdmissionEnd | null;
  /** Counts as activity for the idle time-out. */
  touch(): void;
}
