import { Alert, Checkbox, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { usesQuery } from '../../../wire/uses.ts';
import { tellBulk } from '../data/tellBulk.ts';
import { useBinScripts, useUnbinScripts } from '../data/useBulk.ts';
import { scriptsMessages } from '../messages.ts';
import { UseList } from '../../../script/uses/UseList.tsx';

interface Props {
  scripts: readonly ScriptSummary[];
  /** Those of the selection that others call; the others need no question. */
  used: readonly ScriptSummary[];
  onClose: () => void;
}

/** Into the bin: says what agents lose, and asks with the list when others call one of these. */
export function RemoveDialog({ scripts, used, onClose }: Props) {
  const t = useMessages(scriptsMessages);
  const bin = useBinScripts();
  const unbin = useUnbinScripts();
  const [seen, setSeen] = useState(false);
  const uses = useQueries({
    queries: used.map(({ id }) => usesQuery(id)),
  });
  const going = new Set(scripts.map(({ id }) => id));
  const callers = uses.flatMap(({ data }) => data ?? []).filter(({ scriptId }) => !going.has(scriptId));
  const values = { count: scripts.length, title: scripts[0]?.title ?? '' };
  return (
    <ConfirmDialog
      opened
      title={t('removeTitle')}
      confirm={t('remove')}
      tone="danger"
      busy={bin.isPending}
      disabled={uses.some(({ isPending }) => isPending) || (callers.length > 0 && !seen)}
      onClose={onClose}
      onConfirm={() =>
        bin.mutate(scripts, {
          onSuccess: (result) => {
            tellBulk(result, t('removed', { ...values, count: result.done }), () => unbin.mutate(scripts));
            onClose();
          },
        })
      }
    >
      <Text>{t('removeBody', values)}</Text>
      {scripts.some(({ state }) => state === 'published') && (
        <Alert mt="sm" color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {t('removePublished')}
        </Alert>
      )}
      {callers.length > 0 && (
        <>
          <Text mt="md" fw={600}>
            {t('usedLead')}
          </Text>
          <UseList uses={callers} />
          <Checkbox
            mt="sm"
            label={t('usedConfirm')}
            checked={seen}
            onChange={(event) => setSeen(event.currentTarget.checked)}
          />
        </>
      )}
    </ConfirmDialog>
  );
}
