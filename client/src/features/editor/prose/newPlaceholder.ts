import { addPlaceholder } from '@daihon/shared/script/draft/editScript';
import { isKey } from '@daihon/shared/script/keys';
import { isReservedKey } from '@daihon/shared/script/reservedKeys';
import type { Script } from '@daihon/shared/script/schema';
import type { DraftSession } from '../session/draftSession.ts';

/** The key and label of a placeholder named by what was typed: a key as it is, anything else as the label of a free key. */
export function namedPlaceholder(typed: string, script: Script): { key: string; label: string } {
  const name = typed.normalize('NFKC').trim();
  if (isKey(name) && !isReservedKey(name)) return { key: name, label: '' };
  const taken = new Set([
    ...script.placeholders.map(({ key }) => key),
    ...script.steps.flatMap(({ fields }) => fields.map(({ key }) => key)),
  ]);
  let number = script.placeholders.length + 1;
  while (taken.has(`item_${number}`)) number += 1;
  return { key: `item_${number}`, label: name };
}

/** Adds a placeholder; what is written into a text right after belongs to the same undo. */
export function newPlaceholder(session: DraftSession, { key, label }: { key: string; label: string }): void {
  session.edit(
    (doc) => addPlaceholder(doc, { key, label, type: 'text', example: '', fallback: '' }, session.origin),
    `placeholder ${key}`,
  );
}
