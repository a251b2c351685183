import { CloseButton } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import styles from './Panel.module.css';

/** Title of a panel that belongs to the whole script; closing leads back to the open step. */
export function PanelHead({ title, hint }: { title: string; hint: string }) {
  const t = useMessages(editorMessages);
  const { view } = useEditor();
  return (
    <div className={styles.panelHead}>
      <div>
        <h2>{title}</h2>
        <p className={styles.hint}>{hint}</p>
      </div>
      <CloseButton aria-label={t('close')} onClick={() => view.set({ tab: 'step' })} />
    </div>
  );
}
