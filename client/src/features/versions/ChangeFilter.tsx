import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { StepDiff } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import styles from './ChangeFilter.module.css';
import { changeKinds, countChanges } from './changes.ts';
import type { ChangeKind } from './changes.ts';
import { versionsMessages } from './messages.ts';

export type ShownChange = ChangeKind | 'all';

interface Props {
  steps: readonly StepDiff[];
  shown: ShownChange;
  onShow: (shown: ShownChange) => void;
  split: boolean;
  onSplit: (split: boolean) => void;
  onGo: (by: 1 | -1) => void;
}

export const changeSigns: Record<ChangeKind, string> = { added: '+', removed: '−', changed: '~', moved: '⇄' };

export function ChangeFilter({ steps, shown, onShow, split, onSplit, onGo }: Props) {
  const t = useMessages(versionsMessages);
  const counts = countChanges(steps);
  return (
    <div className={styles.bar}>
      <div className={styles.chips} role="group" aria-label={t('filter')}>
        <button
          type="button"
          className={styles.chip}
          aria-pressed={shown === 'all'}
          onClick={() => onShow('all')}
        >
          {t('show')} <b>{steps.length}</b>
        </button>
        {changeKinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <button
              key={kind}
              type="button"
              className={styles.chip}
              data-kind={kind}
              aria-pressed={shown === kind}
              onClick={() => onShow(shown === kind ? 'all' : kind)}
            >
              <span aria-hidden>{changeSigns[kind]}</span> {t(`change.${kind}`)} <b>{counts[kind]}</b>
            </button>
          ))}
      </div>
      <div className={styles.tools}>
        <SegmentedControl
          className={styles.view ?? ''}
          aria-label={t('view.title')}
          value={split ? 'split' : 'inline'}
          onChange={(value) => onSplit(value === 'split')}
          data={[
            { value: 'inline', label: t('view.inline') },
            { value: 'split', label: t('view.split') },
          ]}
        />
        <Tooltip label={t('previous')}>
          <ActionIcon aria-label={t('previous')} onClick={() => onGo(-1)}>
            <IconChevronUp size="1.125rem" aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('next')}>
          <ActionIcon aria-label={t('next')} onClick={() => onGo(1)}>
            <IconChevronDown size="1.125rem" aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}
