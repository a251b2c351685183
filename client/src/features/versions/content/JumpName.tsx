import type { Jump } from '@daihon/shared/script/schema';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { versionsMessages } from '../messages.ts';
import { scriptWords } from '../../../script/words.ts';
import { useScript } from '../useVersions.ts';
import styles from './Content.module.css';

/** The script that a step calls, by its present name, with what goes in and what comes back. */
export function JumpName({ jump: { scriptId, inputs = [], outputs = [] } }: { jump: Jump }) {
  const t = useMessages(versionsMessages);
  const words = useMessages(scriptWords);
  const { data } = useScript(scriptId);
  return (
    <section className={styles.part}>
      <h4>{words('part.jump')}</h4>
      <Link to={`/scripts/${scriptId}/versions`}>{data?.title ?? scriptId}</Link>
      {inputs.length + outputs.length > 0 && (
        <ul className={styles.gates}>
          {inputs.map(({ key, from }) => (
            <li key={`in ${key}`}>{t('content.handsIn', { key, from })}</li>
          ))}
          {outputs.map(({ key, to }) => (
            <li key={`out ${key}`}>{t('content.handsBack', { key, to })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
