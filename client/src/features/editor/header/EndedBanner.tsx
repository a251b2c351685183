import { Button, Group } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { endReason } from '../../../wire/endReason.ts';
import { unsentWork } from '../../../wire/unsentWork.ts';
import { editorMessages } from '../messages.ts';
import { useConnection, useUnsavedCount } from '../session/context.ts';
import styles from './EditorHeader.module.css';

/** Says why the draft takes no more edits from this page, and hands out what was not sent. */
export function EndedBanner() {
  const t = useMessages(editorMessages);
  const { ended } = useConnection();
  const count = useUnsavedCount();
  if (ended === null) return null;
  const reason = endReason(ended);
  return (
    <div className={styles.banner} role="alert">
      <div className={styles.bannerText}>
        <strong>{t('ended.title')}</strong>
        {t(`ended.${reason}`)} {count > 0 ? t('ended.unsent', { count }) : t('ended.noUnsent')}
      </div>
      <Group gap="xs">
        {count > 0 && (
          <Button variant="default" onClick={() => unsentWork.show('look')}>
            {t('ended.export')}
          </Button>
        )}
        <Button onClick={() => location.reload()}>{t('ended.reload')}</Button>
      </Group>
    </div>
  );
}
