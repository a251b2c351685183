import { useState } from 'react';

/** A section's own copy of its part: changed until it is saved or given up; what was saved elsewhere meanwhile comes in when nothing is changed. */
export function useSectionForm<P>(saved: P) {
  const [draft, setDraft] = useState<P | null>(null);
  const value = draft ?? saved;
  return {
    value,
    change: (next: P) => setDraft(next),
    reset: () => setDraft(null),
    dirty: draft !== null && JSON.stringify(draft) !== JSON.stringify(saved),
  };
}
