import { lazy, Suspense, useEffect } from 'react';
import { whenIdle } from '../../ui/whenIdle.ts';
import { useSession } from '../../wire/session.ts';
import { useUnsentWork } from '../../wire/unsentWork.ts';

const loadBar = () => import('./UnsentBar.tsx');
const loadDialog = () => import('./UnsentDialog.tsx');
const UnsentBar = lazy(loadBar);
const UnsentDialog = lazy(loadDialog);

/** On every page: that this person has left changes behind in this tab. Loads nothing further for those who have not. */
export default function UnsentNotice() {
  const { id } = useSession();
  const { left, shown, mayCome } = useUnsentWork(id);
  // Needed when the network is gone, and then no longer to be had.
  useEffect(() => {
    if (!mayCome) return undefined;
    return whenIdle(() => void Promise.all([loadBar(), loadDialog()]).catch(() => undefined));
  }, [mayCome]);
  return (
    <Suspense>
      {left.length > 0 && <UnsentBar works={left} />}
      {shown !== null && <UnsentDialog />}
    </Suspense>
  );
}
