import { Button } from '@mantine/core';
import { readBinnedStep } from '@daihon/shared/script/draft/read';
import type { BinnedStep } from '@daihon/shared/script/draft/read';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import styles from './Bin.module.css';
import { BinnedContent } from './BinnedContent.tsx';
import { binMessages } from './messages.ts';
import { SureButton } from './SureButton.tsx';
import { useBinnerName } from './useBinnerName.ts';

const keptDays = 30;
const dayMs = 86_400_000;

/** One deleted step; opens to show what it says. */
export function BinItem({ binned }: { binned: BinnedStep }) {
  const { id, title, at } = binned;
  const binner = useBinnerName(binned);
  const t = useMessages(binMessages);
  const { session, actions } = useEditor();
  const { language } = usePreferences();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState(false);
  const name = title === '' ? t('untitled') : title;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const step = open ? readBinnedStep(session.doc, id) : null;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-label={t('show', { step: name })}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size="1rem" aria-hidden />
        </button>
        <div className={styles.what}>
          <strong>{name}</strong>
          <span>
            {t('by', { name: binner, at: at === '' ? '' : when.format(new Date(at)) })}
            {at !== '' && `・${t('left', { count: daysLeft(at) })}`}
          </span>
        </div>
        <Button
          variant="default"
          size="compact-sm"
          disabled={readOnly}
          aria-label={t('restoreOf', { step: name })}
          onClick={() => actions.restore([id])}
        >
          {t('restore')}
        </Button>
      </div>
      {step !== null && (
        <>
          <BinnedContent step={step} />
          <SureButton
            text={t('purge')}
            label={t('purgeOf', { step: name })}
            sure={t('purgeSure')}
            onSure={() => actions.purge([id])}
          />
        </>
      )}
    </li>
  );
}

function daysLeft(at: string): number {
  return Math.max(0, Math.ceil(keptDays - (Date.now() - Date.parse(at)) / dayMs));
}
