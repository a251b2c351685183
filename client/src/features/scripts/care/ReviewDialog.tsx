import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addMonths, dayInJapan } from '@daihon/shared/days';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Time } from '../../../ui/Time.tsx';
import { careMessages } from './messages.ts';
import { useCareSave } from './useCareSave.ts';

const intervals = [1, 3, 6, 12, 24];

/** When these scripts are to be looked through again, and how often. */
export function ReviewDialog({
  scripts,
  onClose,
}: {
  scripts: readonly ScriptSummary[];
  onClose: () => void;
}) {
  const t = useMessages(careMessages);
  const { busy, save } = useCareSave(scripts, onClose);
  const [first] = scripts;
  const [every, setEvery] = useState(String(first?.reviewEveryMonths ?? 6));
  const [due, setDue] = useState(first?.reviewDue ?? addMonths(dayInJapan(new Date()), 6));
  const [none, setNone] = useState(false);
  const values = { count: scripts.length, title: first?.title ?? '' };
  const known = [
    ...new Set([...intervals, ...(first?.reviewEveryMonths == null ? [] : [first.reviewEveryMonths])]),
  ];

  const change = none
    ? { reviewDue: null, reviewEveryMonths: null }
    : { reviewDue: due, reviewEveryMonths: every === '' ? null : Number(every) };

  return (
    <ConfirmDialog
      opened
      title={t('reviewTitle')}
      confirm={t('save')}
      busy={busy}
      disabled={!none && due === ''}
      onClose={onClose}
      onConfirm={() => save(change, 'reviewSaved')}
    >
      <Text c="dimmed" size="sm" mb="md">
        {t('reviewLead', values)}
      </Text>
      <Stack gap="md">
        <TextInput
          type="date"
          label={t('due')}
          value={none ? '' : due}
          disabled={none}
          error={!none && due === '' ? t('dateBad') : null}
          onChange={(event) => setDue(event.currentTarget.value)}
        />
        <Select
          label={t('every')}
          description={t('everyHint')}
          value={none ? '' : every}
          disabled={none}
          onChange={(value) => setEvery(value ?? '')}
          data={[
            { value: '', label: t('noEvery') },
            ...known
              .sort((a, b) => a - b)
              .map((count) => ({ value: String(count), label: t('months', { count }) })),
          ]}
        />
        <Checkbox
          label={t('noDue')}
          checked={none}
          onChange={(event) => setNone(event.currentTarget.checked)}
        />
        {scripts.length === 1 && first?.reviewedAt != null && (
          <Text size="sm" c="dimmed">
            {t('lastReview')}
            <Time iso={first.reviewedAt} />
          </Text>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
