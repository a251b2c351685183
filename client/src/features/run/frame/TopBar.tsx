import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { currentScript } from '@daihon/shared/script/walk/state';
import { useMessages } from '../../../app/i18n.ts';
import { DisplayMenu } from '../../../ui/DisplayMenu.tsx';
import { usePushStatus } from '../../../wire/push.ts';
import { useCall } from '../call/callContext.ts';
import { runMessages } from '../messages.ts';
import { CallTimer } from './CallTimer.tsx';
import styles from './TopBar.module.css';

/** 40 pixels: what is running, which version, for how long, and whether news can come in. */
export function TopBar({ menu, listHasNews }: { menu: ReactNode; listHasNews: boolean }) {
  const t = useMessages(runMessages);
  const { view } = useCall();
  const { script, version } = currentScript(view.walk);
  return (
    <header className={styles.top}>
      <Link to="/run" className={styles.list} aria-label={t(listHasNews ? 'top.listNews' : 'top.list')}>
        <IconChevronLeft size="1.125rem" aria-hidden />
        {listHasNews && <span className={styles.newsDot} aria-hidden />}
      </Link>
      <h1 className={styles.title} title={script.title}>
        {script.title}
      </h1>
      <span className={styles.version}>{t('top.version', { version })}</span>
      <span className={styles.space} />
      <CallTimer startedAt={view.record.startedAt} endedAt={view.record.endedAt} />
      <Line />
      <span className={styles.display}>
        <DisplayMenu />
      </span>
      {menu}
    </header>
  );
}

function Line() {
  const t = useMessages(runMessages);
  const status = usePushStatus();
  const text = t(`top.${status === 'connected' ? 'online' : status}`);
  return (
    <span className={styles.line} data-status={status} role="status" title={text}>
      <span className={styles.dot} aria-hidden />
      <span className={status === 'offline' ? styles.lineText : 'visually-hidden'}>{text}</span>
    </span>
  );
}
