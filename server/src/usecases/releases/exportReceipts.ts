import { canonicalJson } from '@daihon/shared/script/canonical';
import type { RosterCounts, RosterLine } from '@daihon/shared/receipts';
import { now } from '../../platform/clock.ts';
import { sha256Hex } from '../../platform/hash.ts';
import { record } from '../../store/auditLog.ts';
import type { ReleaseRecord } from '../../store/releases.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { demandRelease, readRoster } from './roster.ts';

/** Every line of one release, for a file. On record before it is handed out. Throws `not_found`. */
export async function exportReceipts(
  context: Context,
  scriptId: string,
  ask: { seq: number | null; missing: boolean; encoding: string },
): Promise<{ release: ReleaseRecord; lines: RosterLine[] }> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'receipt.read');
  const { release } = await demandRelease(tenantId, scriptId, ask.seq);
  const { lines } = await readRoster(tenantId, release);
  const kept = ask.missing ? lines.filter((line) => line.missing) : lines;
  await noteExport(context, release, {
    format: 'csv',
    encoding: ask.encoding,
    rows: kept.length,
    missing: ask.missing,
  });
  return { release, lines: kept };
}

/** What is kept of the delivery of one release, whole. */
export interface Evidence {
  release: {
    seq: number;
    scriptId: string;
    title: string;
    version: number;
    hash: string;
    class: string;
    note: string;
    author: string;
    publishedAt: string;
    deadlineAt: string | null;
    changes: ReleaseRecord['changes'];
  };
  counts: RosterCounts;
  addressees: Omit<RosterLine, 'missing'>[];
  takenAt: string;
}

/**
 * The delivery evidence of a release, and the hash of its canonical JSON. The hash is a row of the audit chain, so a file can be
 * held against it later. Throws `not_found`.
 */
export async function readEvidence(
  context: Context,
  scriptId: string,
  askedSeq: number | null,
): Promise<{ evidence: Evidence; hash: string }> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'release.evidence');
  const { release } = await demandRelease(tenantId, scriptId, askedSeq);
  const { lines, counts } = await readRoster(tenantId, release);
  const { seq, title, version, note, author, changes, publishedAt, deadlineAt } = release;
  const evidence: Evidence = {
    release: {
      seq,
      scriptId,
      title,
      version,
      hash: release.hash,
      class: release.class,
      note,
      author,
      publishedAt: publishedAt.toISOString(),
      deadlineAt: deadlineAt?.toISOString() ?? null,
      changes,
    },
    counts,
    addressees: lines
      .map(({ missing: _missing, ...line }) => line)
      .sort((a, b) => (a.account.loginId < b.account.loginId ? -1 : 1)),
    takenAt: now().toISOString(),
  };
  const hash = `sha256-${sha256Hex(canonicalJson(evidence))}`;
  await noteExport(context, release, { format: 'evidence', rows: lines.length, hash });
  return { evidence, hash };
}

function noteExport(
  context: Context,
  release: ReleaseRecord,
  detail: Record<string, unknown>,
): Promise<void> {
  const { seq, title, version, scriptId } = release;
  const target = { type: 'release', id: String(seq), label: title };
  return record([
    auditNote(context, 'operation', {
      action: 'export',
      target,
      scriptId,
      detail: { log: 'receipts', version, ...detail },
    }),
  ]);
}
