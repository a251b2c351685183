import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { versionsMessages } from '../messages.ts';
import styles from './Content.module.css';
import { Marked } from './Marked.tsx';
import { useReader } from './reader.ts';

/** «4 本人確認», leading there; a target that is gone is said so. */
export function StepLink({ to }: { to: string | null }) {
  const t = useMessages(versionsMessages);
  const { script, numbers, addressOf, onGo } = useReader();
  const step = script.steps.find(({ id }) => id === to);
  if (step === undefined) return <span className={styles.nowhere}>{t('content.nowhere')}</span>;
  return (
    <Link to={addressOf(step.id)} onClick={onGo}>
      {numbers.get(step.id)} <Marked text={step.title === '' ? t('untitled') : step.title} />
    </Link>
  );
}
