const explained = [
  'sessionEnded',
  'rightWithdrawn',
  'scriptGone',
  'epochChanged',
  'draftFull',
  'invalidUpdate',
] as const;

/** Why a draft takes no more edits, of the reasons that people are told in words; `other` for the rest. */
export function endReason(ended: string): (typeof explained)[number] | 'other' {
  return explained.find((name) => name === ended) ?? 'other';
}
