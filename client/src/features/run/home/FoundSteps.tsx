import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { linkToStep } from '../stepLink.ts';
import { findMessages } from '../sheets/findMessages.ts';
import { useElsewhere } from '../sheets/useElsewhere.ts';
import styles from './FoundSteps.module.css';

/** The steps of all published scripts whose words hold the query; each begins a call there. */
export default function FoundSteps({ query }: { query: string }) {
  const t = useMessages(findMessages);
  const { found, state } = useElsewhere(query, null);
  if (state === 'idle' || (state === 'done' && found.length === 0)) return null;
  return (
    <Panel>
      <h2 className={styles.heading}>{t('inSteps')}</h2>
      {found.length === 0 && (
        <p className={styles.none} role="status">
          {t(state === 'failed' ? 'failed' : 'asking')}
        </p>
      )}
      <ul className={styles.list}>
        {found.map((each) => (
          <li key={`${each.scriptId}/${each.stepId}`}>
            <Link to={linkToStep(each)} className={styles.link}>
              <span className={styles.title}>{each.title}</span>
              <span className={styles.facts}>
                {each.script}｜{each.excerpt}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
