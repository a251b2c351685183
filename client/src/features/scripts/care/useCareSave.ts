import type { PatchScript, ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { tellBulk } from '../data/tellBulk.ts';
import { usePatchScripts } from '../data/useBulk.ts';
import { careMessages } from './messages.ts';

/** Makes one change to all of the scripts, tells how it went, and closes the dialog that asked. */
export function useCareSave(scripts: readonly ScriptSummary[], onClose: () => void) {
  const t = useMessages(careMessages);
  const patch = usePatchScripts();
  return {
    busy: patch.isPending,
    save: (change: PatchScript, told: 'ownerSaved' | 'reviewSaved'): void => {
      patch.mutate(
        scripts.map((script) => ({ script, change })),
        {
          onSuccess: (result) => {
            tellBulk(result, t(told, { count: result.done }));
            onClose();
          },
        },
      );
    },
  };
}
