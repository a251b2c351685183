import { isDeepStrictEqual } from 'node:util';
import type { CallPart, SaveCall } from '@daihon/shared/call';
import { callParts } from '@daihon/shared/call';
import type { CallRecord, KeptAside } from '../../store/calls.ts';

type From = Pick<SaveCall, 'seat' | 'base'>;

/** The parts that other seats have written since this one last heard of the call; none for a screen that does not name its seat. */
export function elsewhereOf(
  call: Pick<CallRecord, 'seats' | 'stamps'>,
  { seat, base = 0 }: From,
): CallPart[] {
  if (seat === undefined) return [];
  return callParts.filter((part) => (call.stamps[part] ?? 0) > base && call.seats[part] !== seat);
}

/**
 * The call with the parts of a save that are newer than what it holds of them. Each part keeps the `rev` that wrote it, so saves
 * may arrive late, twice and in any order and the newest value of each part stands. A part that went on at another seat meanwhile stands
 * too: what came too late for it is kept as an aside. Null when there is nothing to write.
 */
export function mergeSave(call: CallRecord, save: SaveCall, at: string): CallRecord | null {
  const { rev, seat = '' } = save;
  const elsewhere = new Set<CallPart>(elsewhereOf(call, save));
  const given = callParts.filter((part) => save[part] !== undefined);
  const newer = given.filter((part) => !elsewhere.has(part) && rev > (call.revs[part] ?? -1));
  const late = given.filter((part) => elsewhere.has(part) && !isDeepStrictEqual(save[part], call[part]));
  const asides = late.length === 0 ? call.asides : withAside(call.asides, save, late, at);
  if (newer.length === 0 && asides === call.asides) return null;
  const each = <T>(value: T) => Object.fromEntries(newer.map((part) => [part, value]));
  return {
    ...call,
    ...Object.fromEntries(newer.map((part) => [part, save[part]])),
    asides,
    rev: Math.max(call.rev, rev),
    revs: { ...call.revs, ...each(rev) },
    seats: { ...call.seats, ...each(seat) },
    stamps: { ...call.stamps, ...each(call.revision + 1) },
  };
}

/** What one seat typed on one state of the call is one aside, however often it is sent. */
function withAside(asides: KeptAside[], save: SaveCall, late: readonly CallPart[], at: string): KeptAside[] {
  const id = `${save.seat ?? ''}-${save.base ?? 0}`;
  const known = asides.find((aside) => aside.id === id);
  if (known !== undefined && known.rev >= save.rev) return asides;
  const state = { ...known?.state, ...partsOf(save, late) };
  const aside = { id, at, rev: save.rev, putAwayAt: null, state };
  return [...asides.filter((other) => other !== known), aside];
}

function partsOf(save: SaveCall, names: readonly CallPart[]): KeptAside['state'] {
  return Object.fromEntries(names.map((name) => [name, save[name]]));
}
