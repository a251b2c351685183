import { addressBlock } from '../platform/address.ts';
import { now } from '../platform/clock.ts';
import { logger } from '../platform/logger.ts';
import type { AuditEntry } from '../store/auditLog.ts';
import { record as recordAudit } from '../store/auditLog.ts';

export interface RefusalLog {
  /** Notes a refused upgrade that nobody known stands behind. Resolves when what is to be stored now is stored; never rejects. */
  note(row: AuditEntry): Promise<void>;
  /** Stores the sums so far. */
  close(): Promise<void>;
}

/** What one address gets refused in a minute. */
interface Spell {
  first: AuditEntry;
  startedMs: number;
  seen: number;
  /** Those that have no row of their own, by status. */
  summed: Map<string, number>;
}

const SPELL_MS = 60_000;
const LOOK_MS = 5_000;
const ROWS_EACH = 10;
/** Addresses that are told apart; the others share one sum. */
const MAX_ADDRESSES = 2_000;
const OTHERS = 'others';

/**
 * Whoever asks without a session costs nothing to ask again: after the first ten of an address and minute only a sum is recorded, so that
 * no flood fills the log, and none is lost from it either.
 */
export function createRefusalLog(
  record: (rows: readonly AuditEntry[]) => Promise<void> = recordAudit,
  time: () => number = () => now().getTime(),
): RefusalLog {
  const spells = new Map<string, Spell>();
  const timer = setInterval(() => void store(due(time() - SPELL_MS)), LOOK_MS);
  timer.unref();

  function due(startedBeforeMs: number): AuditEntry[] {
    const rows: AuditEntry[] = [];
    for (const [key, spell] of spells) {
      if (spell.startedMs > startedBeforeMs) continue;
      spells.delete(key);
      if (spell.summed.size > 0) rows.push(sumRow(key, spell));
    }
    return rows;
  }

  async function store(rows: readonly AuditEntry[]): Promise<void> {
    if (rows.length === 0) return;
    try {
      await record(rows);
    } catch (error) {
      logger.warn({ err: error, rows: rows.length }, 'refused upgrades could not be recorded');
    }
  }

  return {
    async note(row) {
      const ended = due(time() - SPELL_MS);
      const block = blockOf(row.address);
      const key = spells.has(block) || spells.size < MAX_ADDRESSES ? block : OTHERS;
      const spell = spells.get(key) ?? { first: row, startedMs: time(), seen: 0, summed: new Map() };
      spells.set(key, spell);
      spell.seen += 1;
      if (spell.seen > ROWS_EACH || key === OTHERS) count(spell, String(row.detail.status));
      await store(spell.seen > ROWS_EACH || key === OTHERS ? ended : [...ended, row]);
    },
    async close() {
      clearInterval(timer);
      await store(due(Infinity));
    },
  };
}

function count(spell: Spell, status: string): void {
  spell.summed.set(status, (spell.summed.get(status) ?? 0) + 1);
}

function sumRow(key: string, { first, startedMs, summed }: Spell): AuditEntry {
  const total = [...summed.values()].reduce((sum, each) => sum + each, 0);
  return {
    ...first,
    target: null,
    address: key === OTHERS ? '' : first.address,
    agent: key === OTHERS ? '' : first.agent,
    detail: {
      direction: 'in',
      count: total,
      statuses: Object.fromEntries(summed),
      since: new Date(startedMs).toISOString(),
    },
    at: now(),
  };
}

function blockOf(address: string): string {
  return address === '' ? OTHERS : addressBlock(address);
}
