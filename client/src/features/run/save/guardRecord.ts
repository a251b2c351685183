import { maskCards, maskCardsIn } from '@daihon/shared/guard/numbers';
import type { CallRecord } from './record.ts';

/** What may leave the page: a card number that is still being typed is on screen, but neither in this browser's storage nor sent. */
export function guardRecord(record: CallRecord): CallRecord {
  const { memo, fields, placeholders } = record.state;
  const safe = {
    memo: maskCards(memo),
    fields: maskCardsIn(fields),
    placeholders: maskCardsIn(placeholders),
  };
  if (safe.memo === memo && safe.fields === fields && safe.placeholders === placeholders) return record;
  return { ...record, state: { ...record.state, ...safe } };
}
