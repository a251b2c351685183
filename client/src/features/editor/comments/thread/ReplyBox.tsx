import { Button, Group } from '@mantine/core';
import type { CommentThread } from '@daihon/shared/comment';
import { markedText } from '@daihon/shared/mentionText';
import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { MentionInput } from '../compose/MentionInput.tsx';
import type { Written } from '../compose/MentionInput.tsx';
import { useCommentActions } from '../desk/hooks.ts';
import { commentMessages } from '../messages.ts';
import styles from './Thread.module.css';

const nothing: Written = { text: '', chosen: [] };

/** An answer; what was typed stays until the server has it. */
export function ReplyBox({ thread }: { thread: CommentThread }) {
  const t = useMessages(commentMessages);
  const actions = useCommentActions();
  const [written, setWritten] = useState(nothing);
  const [busy, setBusy] = useState(false);
  const [id, setId] = useState(actions.newId);
  const empty = written.text.trim() === '';
  const send = () => {
    if (empty || busy) return;
    setBusy(true);
    void actions.reply(thread, id, markedText(written.text.trim(), written.chosen)).then((done) => {
      setBusy(false);
      if (!done) return;
      setWritten(nothing);
      setId(actions.newId());
    });
  };
  return (
    <div className={styles.reply}>
      <MentionInput
        value={written}
        label={t('replyTo')}
        placeholder={t('replyTo')}
        onChange={setWritten}
        onSubmit={send}
        onCancel={() => setWritten(nothing)}
      />
      {!empty && (
        <Group gap="xs" justify="flex-end">
          <span className={styles.hint}>{t('sendHint')}</span>
          <Button size="compact-sm" loading={busy} onClick={send}>
            {t('reply')}
          </Button>
        </Group>
      )}
    </div>
  );
}
