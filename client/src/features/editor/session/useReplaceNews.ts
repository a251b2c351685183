import { useEffect } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { usesMessages } from '../../../script/uses/messages.ts';
import { toast } from '../../../ui/toasts.ts';
import { push } from '../../../wire/push.ts';
import { useSession } from '../../../wire/session.ts';
import { useEditor } from './context.ts';

/** Says who has just replaced text in this script, or taken that back: they need not be in it. */
export function useReplaceNews(): void {
  const t = useMessages(usesMessages);
  const { scriptId } = useEditor().session;
  const account = useSession();
  useEffect(
    () =>
      push.on('scriptNews', ({ scriptId: changed, kind, by, count = 0 }) => {
        if (changed !== scriptId || by === undefined || by.id === account.id) return;
        if (kind === 'replaced' || kind === 'takenBack') toast.info(t(kind, { name: by.name, count }));
      }),
    [scriptId, account.id, t],
  );
}
