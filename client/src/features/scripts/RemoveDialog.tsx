import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../app/i18n.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { problemText } from '../../ui/problemText.ts';
import { toast } from '../../ui/toasts.ts';
import { scriptsMessages } from './messages.ts';
import { useRemoveScript } from './useScripts.ts';

export function RemoveDialog({ script, onClose }: { script: ScriptSummary; onClose: () => void }) {
  const t = useMessages(scriptsMessages);
  const remove = useRemoveScript();
  return (
    <ConfirmDialog
      opened
      title={t('removeTitle')}
      confirm={t('remove')}
      tone="danger"
      busy={remove.isPending}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(script, {
          onSuccess: () => {
            toast.success(t('removed', { title: script.title }));
            onClose();
          },
          onError: (error) => toast.error(problemText(error)),
        })
      }
    >
      <Text>{t('removeBody', { title: script.title })}</Text>
      {script.state === 'published' && (
        <Alert mt="sm" color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {t('removePublished')}
        </Alert>
      )}
    </ConfirmDialog>
  );
}
