import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { translate } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { useEditor } from '../session/context.ts';
import { useCommentActions, useDesk } from './desk/hooks.ts';
import { commentMarkMessages } from './markMessages.ts';

/** Opens the thread that the address names (`?thread=`), as links and the bell do, once it is loaded. */
export function useWantedThread(): void {
  const { comments } = useEditor();
  const actions = useCommentActions();
  const ready = useDesk((state) => state.status === 'ready');
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('thread');
  useEffect(() => {
    // The bell may be faster than the news of the comments.
    const openWanted = async (threadId: string) => {
      if (actions.openById(threadId)) return;
      await comments.load();
      if (!actions.openById(threadId)) toast.info(translate(commentMarkMessages, 'notFound'));
    };
    if (!ready || wanted === null) return;
    void openWanted(wanted);
    // Asked again, the same address is news again.
    setSearch(
      (present) => {
        present.delete('thread');
        return present;
      },
      { replace: true },
    );
  }, [actions, comments, ready, wanted, setSearch]);
}
