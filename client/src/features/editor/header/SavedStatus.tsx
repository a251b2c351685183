import { Tooltip } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconCloudUp, IconLock } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useConnection, useUnsavedCount } from '../session/context.ts';
import styles from './EditorHeader.module.css';

const icons = { saved: IconCloudCheck, saving: IconCloudUp, offline: IconCloudOff, ended: IconLock };

/** 保存済み only for what the server has durably stored. */
export function SavedStatus() {
  const t = useMessages(editorMessages);
  const { online: open, quiet, ended } = useConnection();
  const online = open && !quiet;
  const count = useUnsavedCount();
  const state = ended !== null ? 'ended' : !online ? 'offline' : count > 0 ? 'saving' : 'saved';
  const text = {
    saved: t('saved.saved'),
    saving: t('saved.saving', { count }),
    offline: count > 0 ? t('saved.offlineCount', { count }) : t('saved.offline'),
    ended: t('saved.ended'),
  }[state];
  const hint = {
    saved: t('saved.savedHint'),
    saving: t('saved.savingHint'),
    offline: t('saved.offlineHint'),
    ended: t('ended.title'),
  }[state];
  const Icon = icons[state];
  return (
    <Tooltip label={hint}>
      <span className={styles.saved} data-state={state} data-testid="saved-status" role="status">
        <Icon size="1rem" stroke={1.8} aria-hidden />
        {text}
      </span>
    </Tooltip>
  );
}
