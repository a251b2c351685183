import { Button } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor } from '../session/context.ts';
import { peopleMessages } from './messages.ts';
import styles from './People.module.css';
import { useFollow } from './useFollow.ts';

/** Says who is followed, in their colour. */
export function FollowBar() {
  const t = useMessages(peopleMessages);
  const { view } = useEditor();
  const peer = useFollow();
  if (peer === null) return null;
  return (
    <div className={styles.follow} style={{ '--peer': peer.user.color }} role="status">
      {t('following', { name: peer.user.name })}
      <Button size="compact-xs" variant="white" color="dark" onClick={() => view.set({ following: null })}>
        {t('stop')}
      </Button>
    </div>
  );
}
