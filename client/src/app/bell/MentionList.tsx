import { Button } from '@mantine/core';
import type { MentionItem } from '@daihon/shared/comment';
import { Link } from 'react-router';
import { Time } from '../../ui/Time.tsx';
import { useMessages } from '../i18n.ts';
import styles from './Bell.module.css';
import { bellMessages } from './messages.ts';
import type { useMentions } from './useMentions.ts';

interface MentionListProps {
  mentions: ReturnType<typeof useMentions>;
  onClose: () => void;
}

export function MentionList({ mentions, onClose }: MentionListProps) {
  const t = useMessages(bellMessages);
  const { items, unread, loaded, more, read } = mentions;
  return (
    <>
      <header className={styles.head}>
        <h2>{t('title')}</h2>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={unread === 0}
          onClick={() => read({ all: true })}
        >
          {t('readAll')}
        </Button>
      </header>
      {loaded && items.length === 0 ? (
        <p className={styles.none}>
          <strong>{t('none')}</strong>
          {t('noneHint')}
        </p>
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={item.id}>
              <MentionLine
                item={item}
                onOpen={() => {
                  if (!item.read) read({ ids: [item.id] });
                  onClose();
                }}
              />
            </li>
          ))}
          {more !== null && (
            <li className={styles.more}>
              <Button size="compact-sm" variant="subtle" onClick={more}>
                {t('more')}
              </Button>
            </li>
          )}
        </ul>
      )}
    </>
  );
}

function MentionLine({ item, onOpen }: { item: MentionItem; onOpen: () => void }) {
  const t = useMessages(bellMessages);
  const { kind, by, scriptId, stepId, threadId, scriptTitle, stepTitle, excerpt, at, read } = item;
  return (
    <Link
      className={styles.line}
      to={`/scripts/${scriptId}?step=${stepId}&thread=${threadId}`}
      data-unread={!read || undefined}
      onClick={onOpen}
    >
      <span className={styles.what}>
        {!read && <span className="visually-hidden">{t('unread')}</span>}
        {t(`kinds.${kind}`, { name: by.name })}
        <Time iso={at} />
      </span>
      {excerpt !== '' && <span className={styles.excerpt}>{excerpt}</span>}
      <span className={styles.where}>
        {scriptTitle === '' ? t('untitled') : scriptTitle}
        {stepTitle !== '' && ` › ${stepTitle}`}
      </span>
    </Link>
  );
}
