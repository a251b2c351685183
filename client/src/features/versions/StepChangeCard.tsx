import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { StepDiff } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import { scriptWords } from '../../script/words.ts';
import { Tag } from '../../ui/Tag.tsx';
import type { TagTone } from '../../ui/Tag.tsx';
import { changeSigns } from './ChangeFilter.tsx';
import { PartDiff } from './PartDiff.tsx';
import styles from './StepChangeCard.module.css';
import type { ChangeKind } from './changes.ts';
import { versionsMessages } from './messages.ts';

interface Props {
  step: StepDiff;
  split: boolean;
  /** Where the step can be read as a whole. */
  address?: { search: string; hash: string } | null;
  restore?: (() => void) | null;
  restoreText?: string;
}

export const changeTones: Record<ChangeKind, TagTone> = {
  added: 'green',
  removed: 'red',
  changed: 'blue',
  moved: 'violet',
};

export function StepChangeCard({ step, split, address = null, restore = null, restoreText = '' }: Props) {
  const t = useMessages(versionsMessages);
  const words = useMessages(scriptWords);
  const title = step.id === '' ? words('whole') : step.title === '' ? t('untitled') : step.title;
  return (
    <li
      className={styles.card}
      tabIndex={-1}
      data-change
      aria-label={`${t(`change.${step.change}`)} ${title}`}
    >
      <header className={styles.head}>
        <Tag tone={changeTones[step.change]}>
          <span aria-hidden>{changeSigns[step.change]}</span>
          {t(`change.${step.change}`)}
        </Tag>
        <h3 className={styles.title}>{address === null ? title : <Link to={address}>{title}</Link>}</h3>
        {restore !== null && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconArrowBackUp size="0.875rem" aria-hidden />}
            onClick={restore}
          >
            {restoreText}
          </Button>
        )}
      </header>
      {step.parts.length === 0 ? (
        <p className={styles.none}>{t(`noParts.${step.change}`)}</p>
      ) : (
        <dl className={styles.parts}>
          {step.parts.map(({ part, ops }) => (
            <PartDiff key={part} stepId={step.id} part={part} ops={ops} split={split} />
          ))}
        </dl>
      )}
    </li>
  );
}
