import { translate } from '../../../app/i18n.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import type { ToastAction } from '../../../ui/toasts.ts';
import { scriptsMessages } from '../messages.ts';
import type { BulkResult } from './useBulk.ts';

/** Says how a change of many went: `done` when all of it did, and which did not. */
export function tellBulk(result: BulkResult, done: string, undo?: () => void): void {
  const action: ToastAction | undefined =
    undo === undefined ? undefined : { label: translate(scriptsMessages, 'undo'), run: undo };
  if (result.done > 0) toast.success(done, action);
  if (result.failed.length === 0) return;
  const titles = result.failed.slice(0, 3).map(({ title }) => title);
  const reason = problemText(result.problem);
  toast.error(
    translate(scriptsMessages, 'bulkFailed', { count: result.failed.length, titles, reason }),
  );
}
