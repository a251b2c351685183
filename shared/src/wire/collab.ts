/**
 * First varint of a frame on /collab: the y-websocket protocol plus `saved`, `alive`, which has no body and is answered with
 * itself, and `about`: the draft's epoch, its size and its limit in bytes, for those only who asked with `?about=1`.
 */
export const collabMessage = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 4,
  alive: 5,
  about: 6,
} as const;

/** Second varint of a sync frame (y-protocols/sync). */
export const syncMessage = { step1: 0, step2: 1, update: 2 } as const;

/** What a client publishes of itself by awareness; the server overwrites `user` from the session. */
export interface PresenceUser {
  id: string;
  name: string;
  /** #rrggbb */
  color: string;
}

export interface PresenceFocus {
  stepId: string | null;
  /** `say`, `do`, `caution`, `title`, `choice:<id>` and the like; null when only the step is open. */
  field: string | null;
}

export interface PresenceState {
  user: PresenceUser;
  focus: PresenceFocus | null;
  /** True while an IME composition is under way. */
  ime: boolean;
  /** y-tiptap's relative cursor positions; opaque here. */
  cursor: unknown;
  /** The part of the side panel that is shown, as the client names it: for those who follow. */
  tab?: string | null;
  /** Ids (`client:clock`) of what this page deleted last: a draft itself does not tell who did. */
  removed?: readonly string[];
}
