import { Text } from '@mantine/core';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { tellBulk } from '../data/tellBulk.ts';
import { usePatchScripts } from '../data/useBulk.ts';
import type { Patch } from '../data/useBulk.ts';
import { scriptsMessages } from '../messages.ts';

export function ArchiveDialog({
  scripts,
  onClose,
}: {
  scripts: readonly ScriptSummary[];
  onClose: () => void;
}) {
  const t = useMessages(scriptsMessages);
  const patch = usePatchScripts();
  return (
    <ConfirmDialog
      opened
      title={t('archiveTitle')}
      confirm={t('archive')}
      busy={patch.isPending}
      onClose={onClose}
      onConfirm={() =>
        patch.mutate(
          scripts.map((script) => ({ script, change: { state: 'archived' } })),
          {
            onSuccess: (result) => {
              const text = t('archived', { count: result.done, title: scripts[0]?.title ?? '' });
              tellBulk(result, text, () => patch.mutate(scripts.map(backFromArchive)));
              onClose();
            },
          },
        )
      }
    >
      <Text>{t('archiveBody')}</Text>
    </ConfirmDialog>
  );
}

/** Out of the archive a script is live when it has a version, and a draft when it has none. */
export function backFromArchive(script: ScriptSummary): Patch {
  return { script, change: { state: script.publishedVersion === null ? 'draft' : 'published' } };
}
