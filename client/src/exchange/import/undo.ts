import type { UndoneImport } from '@daihon/shared/wire/exchange';
import { translate } from '../../app/i18n.ts';
import { problemText } from '../../ui/problemText.ts';
import { toast } from '../../ui/toasts.ts';
import { ApiProblem, api } from '../../wire/http.ts';
import { undoMessages } from './undoMessages.ts';

/** The button of a message that takes a replacement by a file back. */
export function undoAction(importId: string): { label: string; run: () => void } {
  return { label: translate(undoMessages, 'undo'), run: () => void undoImport(importId) };
}

/** Takes it back and says what stayed because somebody changed it since. */
export async function undoImport(importId: string): Promise<void> {
  try {
    const { kept } = await api.post<UndoneImport>(`/api/imports/${importId}/undo`);
    const names = kept.filter((name) => name !== '').slice(0, 3);
    if (kept.length === 0) toast.success(translate(undoMessages, 'undone'));
    else {
      const values = { count: kept.length, names: names.map((name) => `「${name}」`).join('') };
      toast.warning(translate(undoMessages, 'undoneBut', values));
    }
  } catch (error) {
    const already = error instanceof ApiProblem && error.code === 'conflict';
    toast.error(already ? translate(undoMessages, 'already') : problemText(error));
  }
}
