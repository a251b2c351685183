import { Button } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { editorMessages } from '../messages.ts';
import { useBin, useEditor, useReadOnly } from '../session/context.ts';
import styles from './Panel.module.css';
import { PanelHead } from './PanelHead.tsx';

/** The draft's bin: deleted steps come back with one click. */
export function BinPanel() {
  const t = useMessages(editorMessages);
  const { actions } = useEditor();
  const { language } = usePreferences();
  const readOnly = useReadOnly();
  const bin = useBin();
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <PanelHead title={t('bin.title')} hint={bin.length === 0 ? t('bin.empty') : t('bin.hint')} />
      <ul className={styles.items}>
        {bin.map(({ id, title, by, at }) => (
          <li key={id} className={styles.item}>
            <div className={styles.itemBody}>
              <strong>{title === '' ? t('untitled') : title}</strong>
              <span className={styles.hint}>
                {t('bin.by', { name: by, at: at === '' ? '' : when.format(new Date(at)) })}
              </span>
            </div>
            <Button
              variant="default"
              size="compact-sm"
              disabled={readOnly}
              onClick={() => actions.restore(id)}
            >
              {t('bin.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
