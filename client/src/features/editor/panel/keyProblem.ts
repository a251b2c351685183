import { isKey } from '@daihon/shared/script/keys';
import { isReservedKey } from '@daihon/shared/script/reservedKeys';

/** Why a field or placeholder cannot have this key, as the name of a message; null when it can. */
export function keyProblem(key: string): 'keyError' | 'keyReserved' | null {
  if (!isKey(key)) return 'keyError';
  return isReservedKey(key) ? 'keyReserved' : null;
}
