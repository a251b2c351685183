import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../app/i18n.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { problemText } from '../../ui/problemText.ts';
import { toast } from '../../ui/toasts.ts';
import { LabelTag, useLabelText } from './LabelTag.tsx';
import { builtInLabels, builtInOf } from './labels.ts';
import { scriptsMessages } from './messages.ts';
import { usePatchScript } from './useScripts.ts';

export function LabelsDialog({ script, onClose }: { script: ScriptSummary; onClose: () => void }) {
  const t = useMessages(scriptsMessages);
  const labelText = useLabelText();
  const [chosen, setChosen] = useState(() => script.labels.map(builtInOf));
  const patch = usePatchScript();
  const offered = [...new Set([...builtInLabels, ...script.labels.map(builtInOf)])];
  return (
    <ConfirmDialog
      opened
      title={t('labelsTitle')}
      confirm={t('save')}
      busy={patch.isPending}
      onClose={onClose}
      onConfirm={() =>
        patch.mutate(
          { id: script.id, labels: chosen },
          {
            onSuccess: () => {
              toast.success(t('labelsSaved'));
              onClose();
            },
            onError: (error) => toast.error(problemText(error)),
          },
        )
      }
    >
      <Text c="dimmed" size="sm" mb="md">
        {t('labelsLead', { title: script.title })}
      </Text>
      <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('labelsTitle')}>
        <Stack gap="sm">
          {offered.map((label) => (
            <Checkbox
              key={label}
              value={label}
              aria-label={labelText(label)}
              label={<LabelTag label={label} />}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </ConfirmDialog>
  );
}
