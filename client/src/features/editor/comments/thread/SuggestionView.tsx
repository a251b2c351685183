import { Button, Group, TextInput } from '@mantine/core';
import type { CommentThread } from '@daihon/shared/comment';
import { diffText } from '@daihon/shared/script/diffText';
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { DiffWords } from '../../../../ui/DiffWords.tsx';
import { isIme } from '../../keys/ime.ts';
import { useReadOnly } from '../../session/context.ts';
import { useCommentActions, useLocated } from '../desk/hooks.ts';
import { commentMessages } from '../messages.ts';
import { ChangedDialog } from './ChangedDialog.tsx';
import styles from './Thread.module.css';

/** What a proposal would change, word by word, and the decision on it. */
export function SuggestionView({ thread }: { thread: CommentThread }) {
  const { suggestion, anchor } = thread;
  if (suggestion === null) return null;
  return (
    <>
      <TextChange before={anchor.quote} after={suggestion.replacement} />
      {suggestion.decision === 'proposed' ? <Decide thread={thread} /> : <Decided thread={thread} />}
    </>
  );
}

/** − and + beside the colours: insertions and deletions read aloud as such. */
function TextChange({ before, after }: { before: string; after: string }) {
  return (
    <p className={styles.change}>
      <DiffWords ops={diffText(before, after)} />
    </p>
  );
}

function Decide({ thread }: { thread: CommentThread }) {
  const t = useMessages(commentMessages);
  const actions = useCommentActions();
  const readOnly = useReadOnly();
  const located = useLocated(thread);
  const [asking, setAsking] = useState<'reject' | 'changed' | null>(null);
  const [busy, setBusy] = useState(false);
  const lost = located.at === 'lost';
  const accept = async (over: boolean) => {
    setBusy(true);
    const fitness = await actions.accept(thread, over);
    setBusy(false);
    setAsking(fitness === 'changed' ? 'changed' : null);
  };
  if (asking === 'reject') return <RejectForm thread={thread} onDone={() => setAsking(null)} />;
  return (
    <Group gap="xs" className={styles.decide ?? ''}>
      <Button
        size="compact-sm"
        leftSection={<IconCheck size="0.9375rem" aria-hidden />}
        disabled={lost || readOnly}
        loading={busy}
        onClick={() => void accept(false)}
      >
        {t('accept')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconX size="0.9375rem" aria-hidden />}
        onClick={() => setAsking('reject')}
      >
        {t('reject')}
      </Button>
      {lost && <span className={styles.hint}>{t('lostSuggestion')}</span>}
      {asking === 'changed' && (
        <ChangedDialog
          thread={thread}
          now={located.at === 'lost' || located.at === 'step' ? '' : located.text}
          onReplace={() => void accept(true)}
          onKeep={() => {
            setAsking(null);
            void actions.reject(thread, t('changedTitle'));
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </Group>
  );
}

function RejectForm({ thread, onDone }: { thread: CommentThread; onDone: () => void }) {
  const t = useMessages(commentMessages);
  const actions = useCommentActions();
  const [reason, setReason] = useState('');
  const reject = () => void actions.reject(thread, reason.trim()).then((done) => done && onDone());
  return (
    <div className={styles.editor}>
      <TextInput
        size="xs"
        label={t('rejectReason')}
        value={reason}
        maxLength={500}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isIme(event.nativeEvent)) return;
          if (event.key === 'Enter') reject();
          else if (event.key === 'Escape') onDone();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <Group gap="xs" justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button size="compact-sm" color="red.8" onClick={reject}>
          {t('rejectConfirm')}
        </Button>
      </Group>
    </div>
  );
}

function Decided({ thread: { suggestion, ...thread } }: { thread: CommentThread }) {
  const t = useMessages(commentMessages);
  const actions = useCommentActions();
  if (suggestion === null || suggestion.decision === 'proposed') return null;
  const { decision, by, reason } = suggestion;
  return (
    <div className={styles.decided} data-decision={decision}>
      <span>
        {t(decision, { name: by?.name ?? '' })}
        {reason !== '' && <small>{t('reason', { reason })}</small>}
      </span>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconArrowBackUp size="0.875rem" aria-hidden />}
        onClick={() => void actions.propose({ suggestion, ...thread })}
      >
        {t('repropose')}
      </Button>
    </div>
  );
}
