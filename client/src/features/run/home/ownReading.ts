import { useQuery } from '@tanstack/react-query';
import type { OwnReading, PendingRelease } from '@daihon/shared/receipts';
import { api } from '../../../wire/http.ts';
import { loadPolicy } from '../../../wire/policy.ts';
import { useSession } from '../../../wire/session.ts';
import { reading } from './reading.ts';

/** What the server knows of this agent's reading; while it cannot be reached, what it last said here; null: neither. */
export function useOwnReading(): OwnReading | null {
  const { id } = useSession();
  const query = useQuery({
    queryKey: ['run', 'mine', id],
    queryFn: () => loadOwnReading(id),
    staleTime: 0,
  });
  return query.data ?? null;
}

/** Still to be acknowledged. What was acknowledged here counts though the server may not have heard of it. */
export function owedOf(accountId: string, own: OwnReading | null): PendingRelease[] {
  const here = reading.acknowledged(accountId);
  return own?.pending.filter(({ seq }) => !here.includes(seq)) ?? [];
}

/** The newest version of a script that was read, at whatever seat; null: none is known. */
export function lastReadOf(accountId: string, scriptId: string, own: OwnReading | null): number | null {
  const there = own?.lastRead[scriptId];
  const here = reading.read(accountId, scriptId);
  if (there === undefined && here === null) return reading.lastOpened(accountId, scriptId);
  return Math.max(there ?? 0, here ?? 0);
}

/** What has to be acknowledged before a call of this script may begin, by the tenant's rule. A call waits for no server that is slow. */
export async function owedBefore(
  accountId: string,
  scriptId: string,
): Promise<{ owed: PendingRelease[]; own: OwnReading | null }> {
  const { gate } = (await loadPolicy()).releases;
  if (gate === 'off') return { owed: [], own: null };
  const slow = new Promise<OwnReading | null>((resolve) =>
    setTimeout(() => resolve(kept(accountId)), slowMs),
  );
  const own = await Promise.race([loadOwnReading(accountId), slow]);
  const owed = owedOf(accountId, own);
  return { owed: gate === 'all' ? owed : owed.filter((each) => each.scriptId === scriptId), own };
}

const slowMs = 2_000;

async function loadOwnReading(accountId: string): Promise<OwnReading | null> {
  try {
    const own = await api.get<OwnReading>('/api/releases/mine');
    keep(accountId, own);
    return own;
  } catch {
    return kept(accountId);
  }
}

function keyOf(accountId: string): string {
  return `daihon.mine.${accountId}`;
}

function keep(accountId: string, own: OwnReading): void {
  try {
    localStorage.setItem(keyOf(accountId), JSON.stringify(own));
  } catch {
    // Without storage there is none to fall back on: then nothing is asked.
  }
}

function kept(accountId: string): OwnReading | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(accountId)) ?? 'null');
    return isOwnReading(value) ? value : null;
  } catch {
    return null;
  }
}

/** Our own words of earlier: another build may have written them. */
function isOwnReading(value: unknown): value is OwnReading {
  if (typeof value !== 'object' || value === null) return false;
  const { acknowledged, pending, lastRead } = value as Partial<Record<keyof OwnReading, unknown>>;
  return Array.isArray(acknowledged) && Array.isArray(pending) && typeof lastRead === 'object';
}
