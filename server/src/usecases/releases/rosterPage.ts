import type { RosterLine } from '@daihon/shared/receipts';
import { foldText } from '@daihon/shared/text/fold';

/** The lines after `cursor` that fit the filter. The cursor names the last line, so one that has moved up meanwhile is not told twice. */
export function pageOfRoster(
  lines: readonly RosterLine[],
  ask: { cursor: string | null; limit: number; missing: boolean; q: string },
): { items: RosterLine[]; nextCursor: string | null } {
  const wanted = foldText(ask.q);
  const found = lines.filter(
    ({ missing, account }) =>
      (missing || !ask.missing) && foldText(`${account.name} ${account.loginId}`).includes(wanted),
  );
  const { cursor } = ask;
  const rest = cursor === null ? found : found.filter((line) => cursorOf(line) > cursor);
  const items = rest.slice(0, ask.limit);
  const last = items.at(-1);
  return { items, nextCursor: rest.length > items.length && last !== undefined ? cursorOf(last) : null };
}

function cursorOf({ missing, account }: RosterLine): string {
  return `${missing ? 0 : 1}.${account.loginId}.${account.id}`;
}
