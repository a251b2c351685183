import { ActionIcon, Tooltip } from '@mantine/core';
import type { CommentThread } from '@daihon/shared/comment';
import { IconArrowBackUp, IconCircleCheck, IconLink } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { toast } from '../../../../ui/toasts.ts';
import { useEditor } from '../../session/context.ts';
import { useCommentActions, useDesk, useLocated } from '../desk/hooks.ts';
import { commentMessages } from '../messages.ts';
import { MessageView } from './MessageView.tsx';
import { Quote } from './Quote.tsx';
import { ReplyBox } from './ReplyBox.tsx';
import { SuggestionView } from './SuggestionView.tsx';
import styles from './Thread.module.css';

const repliesAtOnce = 3;

/** One thread: the words it is about, what was said, the answer, and whether it is dealt with. */
export const ThreadCard = memo(function ThreadCard({ thread }: { thread: CommentThread }) {
  const t = useMessages(commentMessages);
  const { comments } = useEditor();
  const actions = useCommentActions();
  const located = useLocated(thread);
  const active = useDesk((state) => state.activeId === thread.id);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const { anchor, suggestion, state, resolvedBy } = thread;
  const name = thread.messages[0]?.author.name ?? '';
  const activate = () => {
    if (comments.get().activeId !== thread.id) actions.open(thread);
  };
  return (
    <article
      ref={card}
      className={styles.card}
      data-kind={suggestion === null ? 'comment' : 'suggestion'}
      data-state={state}
      data-active={active || undefined}
      data-thread={thread.id}
      aria-label={t(suggestion === null ? 'thread' : 'suggestionOf', { name })}
      tabIndex={0}
      onMouseEnter={() => comments.set({ hoverId: thread.id })}
      onMouseLeave={() => comments.set({ hoverId: null })}
      onClick={(event) => {
        if (!isControl(event.target)) activate();
      }}
      // By keyboard; a press of the mouse must not move the button that it is about to release on.
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) activate();
      }}
    >
      <Tools thread={thread} />
      {located.at === 'lost' && <p className={styles.lost}>{t('lost')}</p>}
      {suggestion === null && anchor.quote !== '' && (
        <Quote text={anchor.quote} lost={located.at === 'lost'} />
      )}
      <Messages thread={thread} all={active} />
      {state === 'resolved' && suggestion === null && resolvedBy !== null && (
        <p className={styles.hint}>{t('resolvedBy', { name: resolvedBy.name })}</p>
      )}
      {active && <ReplyBox thread={thread} />}
    </article>
  );
});

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input, textarea') !== null;
}

function Messages({ thread, all }: { thread: CommentThread; all: boolean }) {
  const t = useMessages(commentMessages);
  const [asked, setAsked] = useState(false);
  const [first, ...replies] = thread.messages;
  const hidden = all || asked ? 0 : Math.max(0, replies.length - repliesAtOnce);
  return (
    <>
      {first !== undefined && <MessageView thread={thread} message={first} />}
      <SuggestionView thread={thread} />
      {hidden > 0 && (
        <button type="button" className={styles.moreReplies} onClick={() => setAsked(true)}>
          {t('moreReplies', { count: hidden })}
        </button>
      )}
      {replies.slice(hidden).map((message) => (
        <MessageView key={message.id} thread={thread} message={message} />
      ))}
    </>
  );
}

function Tools({ thread }: { thread: CommentThread }) {
  const t = useMessages(commentMessages);
  const actions = useCommentActions();
  const open = thread.state === 'open';
  const decided = thread.suggestion !== null && thread.suggestion.decision !== 'proposed';
  const copy = () => {
    const { origin, pathname } = location;
    const link = `${origin}${pathname}?step=${thread.anchor.stepId}&thread=${thread.id}`;
    void navigator.clipboard.writeText(link).then(() => toast.success(t('linkCopied')));
  };
  return (
    <div className={styles.tools}>
      <Tooltip label={t('copyLink')}>
        <ActionIcon size="sm" aria-label={t('copyLink')} onClick={copy}>
          <IconLink size="1rem" />
        </ActionIcon>
      </Tooltip>
      {!decided && (
        <Tooltip label={t(open ? 'resolve' : 'reopen')}>
          <ActionIcon
            size="sm"
            color={open ? 'teal' : 'gray'}
            aria-label={t(open ? 'resolve' : 'reopen')}
            onClick={() => void actions.setState(thread, open ? 'resolved' : 'open')}
          >
            {open ? <IconCircleCheck size="1.125rem" /> : <IconArrowBackUp size="1rem" />}
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
