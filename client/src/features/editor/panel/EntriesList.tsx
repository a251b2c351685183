import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useScript } from '../session/context.ts';
import { entriesOf, stepLabel } from '../session/outline.ts';
import styles from './Panel.module.css';
import { Section } from './Section.tsx';

/** The choices that lead to this step. */
export function EntriesList({ stepId }: { stepId: string }) {
  const t = useMessages(editorMessages);
  const { actions } = useEditor();
  const script = useScript();
  const entries = entriesOf(script, stepId);
  return (
    <Section title={t('step.entries')} count={entries.length}>
      {entries.length === 0 && (
        <p className={styles.hint}>{script.start === stepId ? t('step.isStart') : t('step.noEntries')}</p>
      )}
      <ul className={styles.entries}>
        {entries.map(({ fromId, label }, index) => (
          <li key={`${fromId}-${index}`}>
            <button type="button" className={styles.entry} onClick={() => actions.open(fromId)}>
              {stepLabel(script, fromId, t('untitled'))}
              <span>{label === '' ? t('outline.noLabel') : label}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
