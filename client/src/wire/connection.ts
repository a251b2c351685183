import type { CloseName } from '@daihon/shared/wire/closeCodes';
import type { DraftSpace } from '@daihon/shared/wire/draftSpace';

/** How the line to a draft room stands. */
export interface Connection {
  online: boolean;
  /** The line is open, but the server gives no sign of life. */
  quiet: boolean;
  /** The first state of the draft has come. */
  loaded: boolean;
  /** How much room is left in the draft; a full one takes deletions only. */
  space: DraftSpace;
  /** How full it is, in percent. */
  used: number;
  /** Set once the server has closed for good. */
  ended: CloseName | null;
}

/** Whether a draft takes no more than deletions. */
export function isReadOnly({ ended, space }: Connection): boolean {
  return ended !== null || space === 'full';
}
