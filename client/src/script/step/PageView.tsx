import { IconExternalLink } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { filledAddress, hostAllowed, pageHost } from '@daihon/shared/script/pageAddress';
import type { EmbeddedPage } from '@daihon/shared/script/schema';
import { shownText, walkValues } from '@daihon/shared/script/walk/values';
import { useMessages } from '../../app/i18n.ts';
import { useWalk } from '../walk/walkContext.ts';
import { pageMessages } from './pageMessages.ts';
import styles from './PageView.module.css';

/** Longer than this nobody waits for a page while a customer is on the line. */
const patienceMs = 8_000;

type State = 'waiting' | 'shown' | 'late' | 'refused';

/** A page as part of a step: in a sandbox where the tenant allows its host, its text instead where not or when it does not come. */
export default function PageView({ page }: { page: EmbeddedPage }) {
  const t = useMessages(pageMessages);
  const { walk, pages } = useWalk();
  const { url } = page;
  const title = shownText(walk, page.title);
  const fallback = shownText(walk, page.fallback);
  const address = filledAddress(url, walkValues(walk));
  const host = address === null ? null : pageHost(address);
  const allowed = address !== null && host !== null && hostAllowed(host, pages);
  return (
    <section className={styles.page} aria-label={title === '' ? t('page') : title}>
      <header className={styles.head}>
        <h3>{title === '' ? t('page') : title}</h3>
        {allowed && (
          <a href={address} target="_blank" rel="noopener noreferrer">
            <IconExternalLink size="1rem" aria-hidden />
            {t('open')}
          </a>
        )}
      </header>
      {allowed ? (
        <Frame key={address} address={address} title={title} fallback={fallback} />
      ) : (
        <Instead reason={t('notAllowed')} text={fallback} />
      )}
    </section>
  );
}

function Frame({ address, title, fallback }: { address: string; title: string; fallback: string }) {
  const t = useMessages(pageMessages);
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<State>('waiting');
  useEffect(() => {
    const late = setTimeout(() => setState((now) => (now === 'waiting' ? 'late' : now)), patienceMs);
    const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin) return;
      const said = typeof data === 'object' && data !== null && 'pageFrame' in data ? data.pageFrame : null;
      if (said === 'refused') setState('refused');
      if (said === 'loaded') setState((now) => (now === 'refused' ? now : 'shown'));
    };
    window.addEventListener('message', hear);
    return () => {
      clearTimeout(late);
      window.removeEventListener('message', hear);
    };
  }, []);
  return (
    <>
      {state === 'waiting' && (
        <p className={styles.waiting} role="status">
          {t('waiting')}
        </p>
      )}
      {state === 'late' && <Instead reason={t('late')} text={fallback} />}
      {state === 'refused' && <Instead reason={t('notAllowed')} text={fallback} />}
      <iframe
        ref={frame}
        className={styles.frame}
        hidden={state === 'refused'}
        title={title === '' ? t('page') : title}
        src={`/api/page-frame#${encodeURIComponent(address)}`}
      />
      {state === 'shown' && fallback !== '' && (
        <details className={styles.unseen}>
          <summary>{t('unseen')}</summary>
          <p>{fallback}</p>
        </details>
      )}
    </>
  );
}

function Instead({ reason, text }: { reason: string; text: string }) {
  return (
    <div className={styles.instead} role="note">
      <p className={styles.reason}>{reason}</p>
      {text !== '' && <p>{text}</p>}
    </div>
  );
}
