import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, usePeers, useView } from '../session/context.ts';
import styles from './EditorHeader.module.css';

/** While a colleague is followed, their step is opened here; whoever leaves is no longer followed. */
export function FollowBar() {
  const t = useMessages(editorMessages);
  const { view, actions } = useEditor();
  const following = useView((state) => state.following);
  const peer = usePeers().find(({ clientId }) => clientId === following) ?? null;
  const stepId = peer?.focus?.stepId ?? null;
  useEffect(() => {
    if (stepId !== null && stepId !== view.get().stepId) actions.open(stepId);
  }, [stepId, view, actions]);
  useEffect(() => {
    if (following !== null && peer === null) view.set({ following: null });
  }, [following, peer, view]);
  if (peer === null) return null;
  return (
    <div className={styles.follow} style={{ '--peer': peer.user.color }} role="status">
      {t('presence.following', { name: peer.user.name })}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => view.set({ following: null })}>
        {t('presence.stop')}
      </Button>
    </div>
  );
}
