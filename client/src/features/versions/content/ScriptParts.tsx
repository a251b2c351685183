import { useMessages } from '../../../app/i18n.ts';
import { versionsMessages } from '../messages.ts';
import styles from './Content.module.css';
import { Marked } from './Marked.tsx';
import { StepLink } from './StepLink.tsx';
import { useReader } from './reader.ts';

/** What belongs to no step: the side topics and the placeholders. */
export function ScriptParts() {
  const t = useMessages(versionsMessages);
  const { script } = useReader();
  return (
    <>
      {script.interrupts.length > 0 && (
        <section className={styles.parts}>
          <h3>{t('content.interrupts')}</h3>
          <ul className={styles.fields}>
            {script.interrupts.map(({ id, label, to }) => (
              <li key={id}>
                <span className={styles.label}>
                  <Marked text={label} />
                </span>
                <StepLink to={to} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {script.placeholders.length > 0 && (
        <section className={styles.parts}>
          <h3>{t('content.placeholders')}</h3>
          <ul className={styles.fields}>
            {script.placeholders.map(({ key, label, example, fallback }) => (
              <li key={key}>
                <span className={styles.label}>
                  <Marked text={label} />
                </span>
                <code>
                  <Marked text={key} />
                </code>
                {example !== '' && <span className={styles.quiet}>{t('content.example', { example })}</span>}
                {fallback !== '' && (
                  <span className={styles.quiet}>{t('content.fallback', { fallback })}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
