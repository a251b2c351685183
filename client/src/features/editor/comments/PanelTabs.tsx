import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useView } from '../session/context.ts';
import { useOpenCount } from './desk/hooks.ts';
import { commentMarkMessages } from './markMessages.ts';
import styles from './Comments.module.css';

/** The open step to edit, with what is said about it, or what changed in it since the current version. */
export function PanelTabs() {
  const t = useMessages(commentMarkMessages);
  const { view } = useEditor();
  const tab = useView((state) => state.tab);
  const stepId = useView((state) => state.stepId);
  const count = useOpenCount(stepId ?? '');
  return (
    <div className={styles.tabs} role="group" aria-label={t('tabs')}>
      <button type="button" aria-pressed={tab === 'step'} onClick={() => view.set({ tab: 'step' })}>
        {t('editTab')}
      </button>
      <button type="button" aria-pressed={tab === 'comments'} onClick={() => view.set({ tab: 'comments' })}>
        {t('tab')}
        {count > 0 && (
          <span className={styles.badge} aria-label={t('count', { count })}>
            {count}
          </span>
        )}
      </button>
      <button type="button" aria-pressed={tab === 'changes'} onClick={() => view.set({ tab: 'changes' })}>
        {t('changesTab')}
      </button>
    </div>
  );
}
