import type { Limits } from '@daihon/shared/limits';
import type { Admission, AdmissionEnd } from './admission.ts';

export interface LiveSockets {
  /**
   * Counts the socket against the caps of its session, account and address (throws `throttled` when one is full) and calls `close`
   * once, within a second of the end of its access. Returns the way to take it out again.
   */
  register(admission: Admission, close: (reason: AdmissionEnd) => void): () => void;
  limits: Limits;
}
