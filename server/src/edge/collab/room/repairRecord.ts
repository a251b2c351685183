import { logger } from '../../../platform/logger.ts';
import type { AuditEntry } from '../../../store/auditLog.ts';
import type { DraftUpdate } from '../../../store/draftUpdates.ts';
import type { DraftStorage } from './storage.ts';

type Edit = Pick<DraftUpdate, 'n' | 'event' | 'at'>;

/** Processes tell the time a little differently. */
const SLACK_MS = 60_000;

/**
 * The events of stored edits that the record lacks, because a crash came between. Marked `repaired`, with the time at which they came
 * in. `edits`: all of one draft that stand in its log.
 */
export async function missingEvents(
  storage: Pick<DraftStorage, 'findEditNumbers'>,
  tenantId: string,
  scriptId: string,
  edits: readonly Edit[],
): Promise<AuditEntry[]> {
  const [first] = edits;
  if (first === undefined) return [];
  const since = new Date(first.at.getTime() - SLACK_MS);
  const known = await storage.findEditNumbers(tenantId, scriptId, since);
  return edits.flatMap(({ n, event, at }) => {
    if (event === null || known.has(n)) return [];
    return [{ ...event, tenantId, at: event.at ?? at, detail: { ...event.detail, n, repaired: true } }];
  });
}

/** Writes what is missing; resolves when the record is whole. */
export async function repairRecord(
  storage: Pick<DraftStorage, 'findEditNumbers'>,
  record: (rows: readonly AuditEntry[]) => Promise<void>,
  draft: { tenantId: string; scriptId: string; edits: readonly Edit[] },
): Promise<void> {
  const missing = await missingEvents(storage, draft.tenantId, draft.scriptId, draft.edits);
  if (missing.length === 0) return;
  await record(missing);
  logger.warn(
    { scriptId: draft.scriptId, rows: missing.length },
    'events of edits were missing in the record and are written',
  );
}
