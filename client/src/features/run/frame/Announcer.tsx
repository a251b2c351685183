import { useCall } from '../call/callContext.ts';
import { useMessages } from '../../../app/i18n.ts';
import { runMessages } from '../messages.ts';

/** Tells a screen reader which step is shown and that a version came; the focus stays where keys and scrolling work. */
export function Announcer({ title, place }: { title: string; place: string }) {
  const t = useMessages(runMessages);
  const { view } = useCall();
  const { news } = view;
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {/* A new element for every visit, so that the same title is said again. */}
        <span key={place}>{title}</span>
      </div>
      <div className="visually-hidden" role="status" aria-live="polite">
        {news !== null && news.phase !== 'deferred' && (
          <span key={news.incoming.next.version}>
            {t('news.announce', { version: news.incoming.next.version, note: news.incoming.note })}
          </span>
        )}
      </div>
    </>
  );
}
