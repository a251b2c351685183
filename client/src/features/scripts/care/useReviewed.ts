import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { formatDate } from '../../../ui/formatTime.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { api } from '../../../wire/http.ts';
import { useChange } from '../data/useScripts.ts';
import { careMessages } from './messages.ts';

/** Says that a script was looked through just now, and which day comes next. */
export function useReviewed(): (script: ScriptSummary) => void {
  const t = useMessages(careMessages);
  const review = useChange(({ id }: ScriptSummary) => api.post<ScriptSummary>(`/api/scripts/${id}/reviewed`));
  return (script) =>
    review.mutate(script, {
      onSuccess: ({ reviewDue }) =>
        toast.success(
          reviewDue === null ? t('reviewedDone') : t('reviewedNext', { date: formatDate(reviewDue) }),
        ),
      onError: (error) => toast.error(problemText(error)),
    });
}
