import type { SaveCall } from '@daihon/shared/call';
import type { CallRecord } from '../../store/calls.ts';

/**
 * The call with the parts of a save that are newer than what it holds of them. Each part keeps the `rev` that wrote it, so saves
 * may arrive late, twice and in any order and the newest value of each part stands. Null when nothing of it is newer.
 */
export function mergeSave(call: CallRecord, save: SaveCall): CallRecord | null {
  const { rev, scriptId: _scriptId, ...parts } = save;
  const newer = Object.entries(parts).filter(
    ([name, value]) => value !== undefined && rev > (call.revs[name] ?? -1),
  );
  if (newer.length === 0) return null;
  return {
    ...call,
    ...Object.fromEntries(newer),
    rev: Math.max(call.rev, rev),
    revs: { ...call.revs, ...Object.fromEntries(newer.map(([name]) => [name, rev])) },
  };
}
