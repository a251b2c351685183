import { z } from 'zod';

/** The logs of the inquiry page. The first four are audit logs with a row number and a hash chain per tenant. */
export const LogName = z.enum([
  'access',
  'operation',
  'admin',
  'memo',
  'socket',
  'releases',
  'receipts',
  'signins',
  'exports',
]);
export type LogName = z.infer<typeof LogName>;

export const LogResult = z.enum(['ok', 'refused', 'failed']);
export type LogResult = z.infer<typeof LogResult>;

export const LogRow = z.object({
  n: z.number().int(),
  at: z.string(),
  actor: z.object({ id: z.string().nullable(), loginId: z.string() }),
  action: z.string(),
  target: z.object({ type: z.string(), id: z.string(), label: z.string() }).nullable(),
  result: LogResult,
  address: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type LogRow = z.infer<typeof LogRow>;

/** The one filter of page and export. Times are ISO 8601 with offset, `from` inclusive, `to` exclusive. */
export const LogFilter = z.strictObject({
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  loginId: z.string().max(254).optional(),
  scriptId: z.string().max(64).optional(),
  kind: z.string().max(64).optional(),
  result: LogResult.optional(),
  q: z.string().max(200).optional(),
});
export type LogFilter = z.infer<typeof LogFilter>;

export const LogPage = z.strictObject({
  ...LogFilter.shape,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type LogPage = z.infer<typeof LogPage>;
