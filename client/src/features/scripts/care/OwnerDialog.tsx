import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '@daihon/shared/account';
import type { Page, ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { api } from '../../../wire/http.ts';
import { careMessages } from './messages.ts';
import { useCareSave } from './useCareSave.ts';

const nobody = '-';

/** Who answers for these scripts: anybody who may edit. */
export function OwnerDialog({
  scripts,
  onClose,
}: {
  scripts: readonly ScriptSummary[];
  onClose: () => void;
}) {
  const t = useMessages(careMessages);
  const { busy, save } = useCareSave(scripts, onClose);
  const people = useQuery({
    queryKey: ['people', 'script.edit'],
    queryFn: () => api.get<Page<Person>>('/api/people?can=script.edit'),
  });
  const present = new Set(scripts.map(({ owner }) => owner?.id ?? nobody));
  const [owner, setOwner] = useState<string | null>(present.size === 1 ? ([...present][0] ?? null) : null);
  const values = { count: scripts.length, title: scripts[0]?.title ?? '' };

  return (
    <ConfirmDialog
      opened
      title={t('ownerTitle')}
      confirm={t('save')}
      busy={busy}
      disabled={owner === null}
      onClose={onClose}
      onConfirm={() => save({ owner: owner === nobody ? null : owner }, 'ownerSaved')}
    >
      <Text c="dimmed" size="sm" mb="md">
        {t('ownerLead', values)}
      </Text>
      <Select
        label={t('owner')}
        searchable
        value={owner}
        onChange={setOwner}
        data={[
          { value: nobody, label: t('nobody') },
          ...(people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </ConfirmDialog>
  );
}
