import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useCommentActions, useDesk } from './desk/hooks.ts';

/** Opens the thread that the address names (`?thread=`), as links and the bell do, once it is loaded. */
export function useWantedThread(): void {
  const actions = useCommentActions();
  const ready = useDesk((state) => state.status === 'ready');
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('thread');
  useEffect(() => {
    if (!ready || wanted === null) return;
    actions.openById(wanted);
    // Asked again, the same address is news again.
    setSearch(
      (present) => {
        present.delete('thread');
        return present;
      },
      { replace: true },
    );
  }, [actions, ready, wanted, setSearch]);
}
