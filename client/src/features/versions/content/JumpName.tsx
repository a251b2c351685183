import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { versionsMessages } from '../messages.ts';
import { useScript } from '../useVersions.ts';
import styles from './Content.module.css';

/** The script that a step calls, by its present name. */
export function JumpName({ scriptId }: { scriptId: string }) {
  const t = useMessages(versionsMessages);
  const { data } = useScript(scriptId);
  return (
    <section className={styles.part}>
      <h4>{t('part.jump')}</h4>
      <Link to={`/scripts/${scriptId}/versions`}>{data?.title ?? scriptId}</Link>
    </section>
  );
}
