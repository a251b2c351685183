import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { lateMessages } from '../lateMessages.ts';
import { Sheet } from '../sheets/Sheet.tsx';
import { VersionChanges } from './VersionChanges.tsx';
import styles from './VersionChanges.module.css';

interface Props {
  scriptId: string;
  title: string;
  from: number;
  to: number;
  onClose: () => void;
}

/** 前回から変わった点: against the version that this agent read last. */
export default function SinceReadSheet({ scriptId, title, from, to, onClose }: Props) {
  const t = useMessages(lateMessages);
  return (
    <Sheet title={t('since.title', { title, from, to })} onClose={onClose}>
      <div className={styles.body} tabIndex={0} role="region" aria-label={t('since.steps')} data-autofocus>
        <VersionChanges scriptId={scriptId} from={from} to={to} />
      </div>
      <p className={styles.go}>
        <Link to={`/run/${encodeURIComponent(scriptId)}`}>{t('since.open')}</Link>
      </p>
    </Sheet>
  );
}
