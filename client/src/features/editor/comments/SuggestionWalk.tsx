import { ActionIcon } from '@mantine/core';
import type { CommentThread } from '@daihon/shared/comment';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useScript } from '../session/context.ts';
import { useCommentActions, useDesk } from './desk/hooks.ts';
import { inReadingOrder } from './desk/places.ts';
import { commentMessages } from './messages.ts';
import styles from './Comments.module.css';

/** Through every open proposal of the script in the order of reading; deciding one leaves the next at hand. */
export function SuggestionWalk() {
  const t = useMessages(commentMessages);
  const { comments } = useEditor();
  const actions = useCommentActions();
  const script = useScript();
  const threads = useDesk((state) => state.threads);
  const activeId = useDesk((state) => state.activeId);
  const isOpen = ({ state, suggestion }: CommentThread) =>
    state === 'open' && suggestion?.decision === 'proposed';
  // The one that was just decided still says where "next" is.
  const ordered = inReadingOrder(
    script,
    comments,
    threads.filter((thread) => isOpen(thread) || (thread.id === activeId && thread.suggestion !== null)),
  );
  const open = ordered.filter(isOpen);
  if (open.length === 0) return null;
  const index = open.findIndex(({ id }) => id === activeId);
  const go = (step: 1 | -1) => {
    const from = ordered.findIndex(({ id }) => id === activeId);
    const start = from === -1 && step < 0 ? 0 : from;
    const next = ordered[(start + step + ordered.length) % ordered.length];
    if (next !== undefined) actions.open(next);
  };
  return (
    <div className={styles.walk} role="group" aria-label={t('walk')}>
      <span>
        {index === -1
          ? t('proposals', { count: open.length })
          : t('position', { index: index + 1, count: open.length })}
      </span>
      <ActionIcon size="sm" variant="default" aria-label={t('previous')} onClick={() => go(-1)}>
        <IconChevronUp size="1rem" />
      </ActionIcon>
      <ActionIcon size="sm" variant="default" aria-label={t('next')} onClick={() => go(1)}>
        <IconChevronDown size="1rem" />
      </ActionIcon>
    </div>
  );
}
