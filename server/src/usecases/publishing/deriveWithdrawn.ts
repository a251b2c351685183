import type { ReleaseRecord } from '../../store/releases.ts';
import { markWithdrawn } from '../../store/scripts.ts';

/** Repeatable: what the script's row says of being out of use follows from the withdrawal. */
export function deriveWithdrawn(
  tenantId: string,
  { scriptId, seq, publishedAt }: ReleaseRecord,
): Promise<void> {
  return markWithdrawn(tenantId, scriptId, { seq, at: publishedAt });
}
