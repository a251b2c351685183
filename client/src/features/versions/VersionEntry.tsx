import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBarToLeft, IconDots, IconFileExport, IconHeadset } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { VersionSummary } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import { exchangeMessages } from '../../exchange/messages.ts';
import { Tag } from '../../ui/Tag.tsx';
import type { TagTone } from '../../ui/Tag.tsx';
import { formatClock } from '../../ui/formatTime.ts';
import styles from './VersionList.module.css';
import type { Comparison, Side } from './comparison.ts';
import { versionsMessages } from './messages.ts';
import { ReceiptsItem } from './ReceiptsItem.tsx';

const tones: Record<VersionSummary['class'], TagTone> = {
  notice: 'neutral',
  confirm: 'amber',
  urgent: 'red',
};

interface Props {
  version: VersionSummary;
  live: boolean;
  comparison: Comparison;
  onCompare: (from: number | null, to: Side) => void;
  onExport: ((version: number) => void) | null;
}

/** One version of the history. A click compares it with the one before; what else there is to do stands beside it. */
export function VersionEntry({ version, live, comparison, onCompare, onExport }: Props) {
  const t = useMessages(versionsMessages);
  const exchange = useMessages(exchangeMessages);
  const { number, note, author, publishedAt } = version;
  return (
    <div className={styles.row} data-from={comparison.from === number || undefined}>
      <button
        type="button"
        className={styles.entry}
        aria-current={comparison.to === number}
        onClick={() => onCompare(null, number)}
      >
        <span className={styles.line}>
          <strong>{t('version', { number })}</strong>
          {live && (
            <Tag tone="accent" dot>
              {t('live')}
            </Tag>
          )}
          <Tag tone={tones[version.class]}>{t(`class.${version.class}`)}</Tag>
          {comparison.from === number && <Tag>{t('compare.from')}</Tag>}
          <time dateTime={publishedAt} className={styles.clock}>
            {formatClock(publishedAt)}
          </time>
        </span>
        <span className={styles.note}>{note}</span>
        <span className={styles.author}>{author.name}</span>
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon className={styles.menu ?? ''} aria-label={t('menuOf', { number })}>
            <IconDots size="1rem" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowBarToLeft size="1rem" aria-hidden />}
            onClick={() => onCompare(number, comparison.to)}
          >
            {t('base')}
          </Menu.Item>
          <ReceiptsItem version={version} />
          <Menu.Item
            component={Link}
            to={`/calls?scriptId=${version.scriptId}&version=${number}`}
            leftSection={<IconHeadset size="1rem" aria-hidden />}
          >
            {t('callsOf')}
          </Menu.Item>
          {onExport !== null && (
            <Menu.Item
              leftSection={<IconFileExport size="1rem" aria-hidden />}
              onClick={() => onExport(number)}
            >
              {exchange('export')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
