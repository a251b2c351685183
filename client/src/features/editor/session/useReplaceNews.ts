import { useEffect } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { undoAction } from '../../../exchange/import/undo.ts';
import { undoMessages } from '../../../exchange/import/undoMessages.ts';
import { usesMessages } from '../../../script/uses/messages.ts';
import { toast } from '../../../ui/toasts.ts';
import { push } from '../../../wire/push.ts';
import { useSession } from '../../../wire/session.ts';
import { useEditor } from './context.ts';

/** Says who has just replaced text in this script or put a file in its place, or taken that back: they need not be in it. */
export function useReplaceNews(): void {
  const t = useMessages(usesMessages);
  const undo = useMessages(undoMessages);
  const { scriptId } = useEditor().session;
  const account = useSession();
  useEffect(
    () =>
      push.on('scriptNews', ({ scriptId: changed, kind, by, count = 0, importId }) => {
        if (changed !== scriptId || by === undefined || by.id === account.id) return;
        const { name } = by;
        if (kind === 'replaced' || kind === 'takenBack') toast.info(t(kind, { name, count }));
        if (kind === 'imported')
          toast.info(undo(kind, { name }), importId === undefined ? undefined : undoAction(importId));
        if (kind === 'importUndone') toast.info(undo(kind, { name }));
      }),
    [scriptId, account.id, t, undo],
  );
}
