import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import type { CommentMessage, CommentThread } from '@daihon/shared/comment';
import { markedText, shownText } from '@daihon/shared/mentionText';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx';
import { Time } from '../../../../ui/Time.tsx';
import { useSession } from '../../../../wire/session.ts';
import { MentionInput } from '../compose/MentionInput.tsx';
import type { Written } from '../compose/MentionInput.tsx';
import { useCommentActions } from '../desk/hooks.ts';
import { commentMessages } from '../messages.ts';
import { MessageText } from './MessageText.tsx';
import styles from './Thread.module.css';

interface MessageViewProps {
  thread: CommentThread;
  message: CommentMessage;
}

/** Who said what when; one's own can be changed and taken back. */
export function MessageView({ thread, message }: MessageViewProps) {
  const t = useMessages(commentMessages);
  const { id } = useSession();
  const [editing, setEditing] = useState(false);
  const own = message.author.id === id && !message.deleted;
  return (
    <div className={styles.message}>
      <header className={styles.who}>
        <strong>{message.author.name}</strong>
        <Time iso={message.at} />
        {message.editedAt !== null && !message.deleted && <span>{t('edited')}</span>}
        {own && message.text !== '' && !editing && (
          <OwnMenu thread={thread} message={message} onEdit={() => setEditing(true)} />
        )}
      </header>
      {message.deleted ? (
        <p className={styles.deleted}>{t('deleted')}</p>
      ) : editing ? (
        <MessageEditor thread={thread} message={message} onDone={() => setEditing(false)} />
      ) : (
        message.text !== '' && <MessageText message={message} />
      )}
    </div>
  );
}

function OwnMenu({ thread, message, onEdit }: MessageViewProps & { onEdit: () => void }) {
  const t = useMessages(commentMessages);
  const actions = useCommentActions();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            size="sm"
            className={styles.more ?? ''}
            aria-label={t('menu', { text: message.text.slice(0, 20) })}
          >
            <IconDots size="1rem" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size="1rem" />} onClick={onEdit}>
            {t('edit')}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size="1rem" />} onClick={() => setAsking(true)}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={asking}
        title={t('removeTitle')}
        confirm={t('remove')}
        tone="danger"
        onConfirm={() => {
          setAsking(false);
          void actions.remove(thread, message);
        }}
        onClose={() => setAsking(false)}
      >
        {t('removeBody')}
      </ConfirmDialog>
    </>
  );
}

function MessageEditor({ thread, message, onDone }: MessageViewProps & { onDone: () => void }) {
  const t = useMessages(commentMessages);
  const actions = useCommentActions();
  const nameOf = (id: string) => message.mentions.find((person) => person.id === id)?.name ?? id;
  const [written, setWritten] = useState<Written>(() => ({
    text: shownText(message.text, nameOf),
    chosen: message.mentions,
  }));
  const save = () => {
    const text = markedText(written.text.trim(), written.chosen);
    if (text !== '') void actions.edit(thread, message, text).then((done) => done && onDone());
  };
  return (
    <div className={styles.editor}>
      <MentionInput
        value={written}
        label={t('edit')}
        autoFocus
        onChange={setWritten}
        onSubmit={save}
        onCancel={onDone}
      />
      <Group gap="xs" justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button size="compact-sm" disabled={written.text.trim() === ''} onClick={save}>
          {t('save')}
        </Button>
      </Group>
    </div>
  );
}
