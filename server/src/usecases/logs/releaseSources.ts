import { z } from 'zod';
import { listReceiptsBefore } from '../../store/receipts.ts';
import type { Receipt } from '../../store/receipts.ts';
import { listReleasesBefore, listReleasesBySeq } from '../../store/releases.ts';
import type { ReleaseRecord } from '../../store/releases.ts';
import type { Candidate } from './collectPart.ts';
import { collectPart } from './collectPart.ts';
import { loginIdsOf } from './loginIds.ts';
import type { LogSource } from './logSource.ts';

/** What was released: one row per number of the tenant. */
export const releaseSource: LogSource = (tenantId, filter, cursor, limit) =>
  collectPart<number>(filter, cursor, limit, {
    parseKey: (value) => z.number().safeParse(value).data ?? null,
    fetch: async (after, count) =>
      (await listReleasesBefore(tenantId, after, count)).map((release) => releaseRow(release)),
  });

function releaseRow(release: ReleaseRecord): Candidate<number> {
  const { seq, scriptId, version, title, note, hash, author, publishedAt, changes, substitute } = release;
  return {
    key: seq,
    scriptId,
    text: `${title}\n${note}\n${author}\n${substitute ?? ''}`,
    row: {
      n: seq,
      at: publishedAt.toISOString(),
      actor: { id: null, loginId: author },
      action: substitute === null ? release.class : 'withdrawn',
      target: { type: 'script', id: scriptId, label: title },
      result: 'ok',
      address: '',
      detail:
        substitute === null
          ? { version, note, hash, changes: changes.length }
          : { version, reason: note, substitute },
    },
  };
}

const ReceiptKey = z.tuple([z.number(), z.string()]);
type ReceiptKey = z.infer<typeof ReceiptKey>;

/** Who received, opened and acknowledged what: one row per agent and release, with the furthest stage as its action. */
export const receiptSource: LogSource = (tenantId, filter, cursor, limit) =>
  collectPart<ReceiptKey>(filter, cursor, limit, {
    parseKey: (value) => ReceiptKey.safeParse(value).data ?? null,
    fetch: async (after, count) => {
      const before = after === null ? null : { seq: after[0], accountId: after[1] };
      const receipts = await listReceiptsBefore(tenantId, before, count);
      const logins = await loginIdsOf(
        tenantId,
        receipts.map((receipt) => receipt.accountId),
      );
      const releases = await listReleasesBySeq(tenantId, [...new Set(receipts.map(({ seq }) => seq))]);
      const bySeq = new Map(releases.map((release) => [release.seq, release]));
      return receipts.map((receipt) =>
        receiptRow(receipt, logins.get(receipt.accountId) ?? '', bySeq.get(receipt.seq) ?? null),
      );
    },
  });

function receiptRow(receipt: Receipt, loginId: string, release: ReleaseRecord | null): Candidate<ReceiptKey> {
  const { seq, accountId, receivedAt, openedAt, acknowledgedAt } = receipt;
  const action = acknowledgedAt !== null ? 'acknowledged' : openedAt !== null ? 'opened' : 'received';
  return {
    key: [seq, accountId],
    scriptId: release?.scriptId ?? null,
    text: release?.title ?? '',
    row: {
      n: null,
      at: (acknowledgedAt ?? openedAt ?? receivedAt).toISOString(),
      actor: { id: accountId, loginId },
      action,
      target: { type: 'release', id: String(seq), label: release?.title ?? '' },
      result: 'ok',
      address: '',
      detail: {
        scriptId: release?.scriptId ?? null,
        version: release?.version ?? null,
        receivedAt: receivedAt.toISOString(),
        openedAt: openedAt?.toISOString() ?? null,
        acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
      },
    },
  };
}
