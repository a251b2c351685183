import type { LogFilter, LogRow } from '@daihon/shared/log';
import type { AuditLogName } from '../../store/auditLog.ts';
import type { AuditRow, RowQuery } from '../../store/auditRows.ts';
import { findRows } from '../../store/auditRows.ts';
import type { LogSource } from './logSource.ts';

/** One of the hash-chained logs, or those of its rows with the given actions. The cursor is the last row's number. */
export function auditSource(log: AuditLogName, actions?: readonly string[]): LogSource {
  return async (tenantId, filter, cursor, limit) => {
    const query = queryOf(filter, actions);
    if (query === null) return { rows: [], next: null };
    const beforeN = Number(cursor ?? Number.NaN);
    const found = await findRows(
      log,
      tenantId,
      Number.isSafeInteger(beforeN) ? { ...query, beforeN } : query,
      limit + 1,
    );
    const rows = found.slice(0, limit).map(present);
    return { rows, next: found.length > limit ? String(rows.at(-1)?.n ?? 0) : null };
  };
}

/** Null when nothing can match. */
function queryOf(filter: LogFilter, actions: readonly string[] | undefined): RowQuery | null {
  const { kind } = filter;
  if (kind !== undefined && actions !== undefined && !actions.includes(kind)) return null;
  const wanted = kind === undefined ? actions : [kind];
  return {
    ...(filter.from === undefined ? {} : { from: new Date(filter.from) }),
    ...(filter.to === undefined ? {} : { to: new Date(filter.to) }),
    ...(filter.loginId === undefined ? {} : { loginId: filter.loginId }),
    ...(filter.scriptId === undefined ? {} : { scriptId: filter.scriptId }),
    ...(filter.result === undefined ? {} : { result: filter.result }),
    ...(filter.q === undefined || filter.q === '' ? {} : { text: filter.q }),
    ...(wanted === undefined ? {} : { actions: wanted }),
  };
}

function present(row: AuditRow): LogRow {
  const { n, at, actor, action, target, result, address, detail } = row;
  return {
    n,
    at: at.toISOString(),
    actor: { id: actor.id, loginId: actor.loginId },
    action,
    target,
    result,
    address,
    detail: row.scriptId === null ? detail : { scriptId: row.scriptId, ...detail },
  };
}
