import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { useReviewed } from '../care/useReviewed.ts';
import { tellBulk } from '../data/tellBulk.ts';
import { usePatchScripts } from '../data/useBulk.ts';
import type { AskedAction, ScriptAction } from '../list/scriptAction.ts';
import { scriptsMessages } from '../messages.ts';
import { backFromArchive } from './ArchiveDialog.tsx';

/** What is asked for in the list: done at once where it needs no question, else `asked` until its dialog is closed. */
export function useScriptActions() {
  const t = useMessages(scriptsMessages);
  const [asked, setAsked] = useState<AskedAction | null>(null);
  const reviewed = useReviewed();
  const patch = usePatchScripts();

  function act(action: ScriptAction): void {
    if (action.kind === 'reviewed') reviewed(action.script);
    else if (action.kind === 'unarchive') {
      const title = action.scripts[0]?.title ?? '';
      patch.mutate(action.scripts.map(backFromArchive), {
        onSuccess: (result) => tellBulk(result, t('unarchived', { title })),
      });
    } else setAsked(action);
  }
  return { asked, act, close: () => setAsked(null) };
}
