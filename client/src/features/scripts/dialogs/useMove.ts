import { nameOf } from '@daihon/shared/folderPath';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { tellBulk } from '../data/tellBulk.ts';
import { usePatchScripts } from '../data/useBulk.ts';
import { folderMessages } from '../folders/messages.ts';

/** Files scripts in a folder, with a way back. */
export function useMove() {
  const t = useMessages(folderMessages);
  const patch = usePatchScripts();
  return {
    busy: patch.isPending,
    run(scripts: readonly ScriptSummary[], folder: string, done: () => void): void {
      const moved = scripts.filter((script) => script.folder !== folder);
      patch.mutate(
        moved.map((script) => ({ script, change: { folder } })),
        {
          onSuccess: (result) => {
            const name = folder === '' ? t('unfiled') : nameOf(folder);
            const back = moved.map((script) => ({ script, change: { folder: script.folder } }));
            tellBulk(result, t('moved', { count: result.done, name }), () => patch.mutate(back));
            done();
          },
        },
      );
    },
  };
}
