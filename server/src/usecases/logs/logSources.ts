import type { LogName } from '@daihon/shared/log';
import { auditSource } from './auditSource.ts';
import type { LogSource } from './logSource.ts';
import { memoSource } from './memoSource.ts';
import { receiptSource, releaseSource } from './releaseSources.ts';

export const logSources: Record<LogName, LogSource> = {
  access: auditSource('access'),
  operation: auditSource('operation'),
  admin: auditSource('admin'),
  socket: auditSource('socket'),
  memo: memoSource,
  releases: releaseSource,
  receipts: receiptSource,
  signins: auditSource('access', ['sign-in']),
  exports: auditSource('operation', ['export']),
};
