import { ActionIcon, Select } from '@mantine/core';
import { IconArrowRight, IconArrowsExchange } from '@tabler/icons-react';
import type { VersionSummary } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import { formatTime } from '../../ui/formatTime.ts';
import styles from './SidePicker.module.css';
import type { Comparison, Side } from './comparison.ts';
import { versionsMessages } from './messages.ts';

interface Props {
  comparison: Comparison;
  versions: readonly VersionSummary[];
  withDraft: boolean;
  onCompare: (from: number | null, to: Side) => void;
}

export function SidePicker({ comparison: { from, to }, versions, withDraft, onCompare }: Props) {
  const t = useMessages(versionsMessages);
  const options = versions.map(({ number, publishedAt }) => ({
    value: String(number),
    label: `${t('version', { number })} · ${formatTime(publishedAt)}`,
  }));
  return (
    <div className={styles.picker}>
      <Select
        className={styles.side ?? ''}
        label={t('compare.from')}
        value={from === null ? null : String(from)}
        placeholder="—"
        data={options.filter(({ value }) => value !== String(to))}
        onChange={(value) => onCompare(value === null ? null : Number(value), to)}
      />
      <IconArrowRight className={styles.arrow} size="1.125rem" aria-hidden />
      <Select
        className={styles.side ?? ''}
        label={t('compare.to')}
        value={String(to)}
        data={[...(withDraft ? [{ value: 'draft', label: t('draft') }] : []), ...options].filter(
          ({ value }) => value !== String(from),
        )}
        onChange={(value) => onCompare(from, value === 'draft' ? 'draft' : Number(value))}
      />
      {from !== null && to !== 'draft' && (
        <ActionIcon
          className={styles.swap ?? ''}
          aria-label={t('compare.swap')}
          onClick={() => onCompare(to, from)}
        >
          <IconArrowsExchange size="1.125rem" aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
