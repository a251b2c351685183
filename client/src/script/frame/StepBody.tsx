import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useMessages } from '../../app/i18n.ts';
import { walkMessages } from '../messages.ts';
import styles from './StepBody.module.css';

interface Props {
  /** Changes with every visit of a step. */
  place: string;
  /** Laid over the lower edge. */
  over: ReactNode;
  aside: ReactNode;
  children: ReactNode;
}

/** The one part of the frame that scrolls. After a step change it starts at the top and has the focus, so that arrows scroll it. */
export function StepBody({ place, over, aside, children }: Props) {
  const t = useMessages(walkMessages);
  const body = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  const more = useHasMore(body);
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    element.scrollTop = 0;
    // At the first sight of the page the focus is the browser's; as a part of a page it is that of who works beside it.
    if (!first.current && !isBesides(element)) element.focus({ preventScroll: true });
    first.current = false;
  }, [place]);
  return (
    <div className={styles.area}>
      <div ref={body} className={styles.body} tabIndex={-1} data-step-body>
        {aside}
        <div className={styles.content}>{children}</div>
      </div>
      {more && (
        <button type="button" className={styles.more} tabIndex={-1} onClick={scrollOn}>
          {t('step.more')}
          <IconChevronDown size="0.875rem" aria-hidden />
        </button>
      )}
      {over}
    </div>
  );

  function scrollOn(): void {
    body.current?.scrollBy({ top: body.current.clientHeight * 0.8, behavior: 'smooth' });
  }
}

/** Whether somebody works in another part of the page. */
function isBesides(element: HTMLElement): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return false;
  return element.closest('[data-part-of-page]')?.contains(activeElement) === false;
}

const slackPx = 12;

/** Whether there is more below what is seen. */
function useHasMore(body: RefObject<HTMLElement | null>): boolean {
  const [more, setMore] = useState(false);
  useEffect(() => {
    const element = body.current;
    if (element === null) return;
    const look = () => {
      const left = element.scrollHeight - element.scrollTop - element.clientHeight;
      setMore(left > slackPx + Number.parseFloat(getComputedStyle(element).paddingBottom));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [body]);
  return more;
}
