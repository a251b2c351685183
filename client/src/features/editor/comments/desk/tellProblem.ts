import { translate } from '../../../../app/i18n.ts';
import { problemText } from '../../../../ui/problemText.ts';
import { toast } from '../../../../ui/toasts.ts';
import { ApiProblem } from '../../../../wire/http.ts';
import { commentMarkMessages } from '../markMessages.ts';
import type { CommentDesk } from './commentDesk.ts';

/** Says why a write to a thread was refused, after a look at how things stand now. */
export async function tellProblem(
  desk: CommentDesk,
  problem: unknown,
  threadId: string | null,
): Promise<void> {
  await desk.load();
  const refused = problem instanceof ApiProblem ? problem : null;
  if (refused?.members.reason === 'decided') toast.error(decidedBy(desk, threadId));
  else if (refused?.status === 409) toast.error(translate(commentMarkMessages, 'problem.conflict'));
  else toast.error(problemText(problem));
}

/** Who of the colleagues was first, and with what. */
function decidedBy(desk: CommentDesk, threadId: string | null): string {
  const suggestion = desk.get().threads.find(({ id }) => id === threadId)?.suggestion ?? null;
  const by = suggestion?.by ?? null;
  if (by === null || suggestion === null || suggestion.decision === 'proposed') {
    return translate(commentMarkMessages, 'decidedAlready');
  }
  return translate(commentMarkMessages, `decidedFirst.${suggestion.decision}`, { name: by.name });
}
