import type { FieldValue } from '@daihon/shared/call';
import { maskCards, maskCardsIn } from '@daihon/shared/guard/numbers';

interface Words {
  memo?: string | undefined;
  fields?: Readonly<Record<string, FieldValue>> | undefined;
  placeholders?: Readonly<Record<string, string>> | undefined;
}

/**
 * What comes in of a call without card numbers (SPEC 65): cut down to the last four digits wherever text is kept. Never refused,
 * or the rest of what was typed would be lost with it.
 */
export function guardState<T extends Words>(state: T): T {
  const { memo, fields, placeholders } = state;
  return {
    ...state,
    ...(memo === undefined ? {} : { memo: maskCards(memo) }),
    ...(fields === undefined ? {} : { fields: maskCardsIn(fields) }),
    ...(placeholders === undefined ? {} : { placeholders: maskCardsIn(placeholders) }),
  };
}
