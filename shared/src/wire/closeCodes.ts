/**
 * Close codes of /collab (CONTRACT: WebSockets). 10xx may be tried again; 44xx is final: y-websocket 3 does not
 * reconnect after 4400 to 4499.
 */
export const closeCodes = {
  protocol: { code: 1002, reason: 'broken frame' },
  badText: { code: 1007, reason: 'bad text' },
  policy: { code: 1008, reason: 'policy' },
  tooLarge: { code: 1009, reason: 'frame too large' },
  internal: { code: 1011, reason: 'internal' },
  restart: { code: 1012, reason: 'service restarts' },
  tryLater: { code: 1013, reason: 'try later' },
  sessionEnded: { code: 4401, reason: 'session ended' },
  rightWithdrawn: { code: 4403, reason: 'right or address withdrawn' },
  scriptGone: { code: 4404, reason: 'script gone' },
  epochChanged: { code: 4409, reason: 'the draft has a new epoch' },
  draftFull: { code: 4413, reason: 'the draft is full' },
  invalidUpdate: { code: 4422, reason: 'invalid update' },
} as const;

export type CloseName = keyof typeof closeCodes;
