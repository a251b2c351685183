import type { DraftSession } from '../session/draftSession.ts';

const longestWaitMs = 8_000;

/** Waits until everything typed here is durably stored, so that what is published is what is on screen. */
export function whenSaved(session: DraftSession, stop: AbortSignal): Promise<void> {
  session.provider.gate.flush();
  return session.provider.saved.whenSaved(AbortSignal.any([stop, AbortSignal.timeout(longestWaitMs)]));
}
