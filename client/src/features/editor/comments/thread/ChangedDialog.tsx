import { Button, Group, Modal } from '@mantine/core';
import type { CommentThread } from '@daihon/shared/comment';
import { useMessages } from '../../../../app/i18n.ts';
import { commentMessages } from '../messages.ts';
import styles from './Thread.module.css';

interface ChangedDialogProps {
  thread: CommentThread;
  /** What stands there now. */
  now: string;
  onReplace: () => void;
  onKeep: () => void;
  onClose: () => void;
}

/** The words were changed after the proposal: shows both, and lets a person choose. */
export function ChangedDialog({ thread, now, onReplace, onKeep, onClose }: ChangedDialogProps) {
  const t = useMessages(commentMessages);
  const texts = [
    ['now', now],
    ['then', thread.anchor.quote],
    ['wanted', thread.suggestion?.replacement ?? ''],
  ] as const;
  return (
    <Modal opened onClose={onClose} title={<strong>{t('changedTitle')}</strong>} size="lg">
      <p>{t('changedBody')}</p>
      <dl className={styles.versions}>
        {texts.map(([name, text]) => (
          <div key={name} data-name={name}>
            <dt>{t(name)}</dt>
            <dd>{text === '' ? '—' : text}</dd>
          </div>
        ))}
      </dl>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button variant="default" onClick={onKeep}>
          {t('keepNow')}
        </Button>
        <Button onClick={onReplace}>{t('replaceAnyway')}</Button>
      </Group>
    </Modal>
  );
}
