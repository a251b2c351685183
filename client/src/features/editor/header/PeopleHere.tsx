import { Tooltip } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, usePeers, useView } from '../session/context.ts';
import styles from './EditorHeader.module.css';
import { initialsOf } from './initials.ts';

/** Who else has the draft open; a click follows that person from step to step. */
export function PeopleHere() {
  const t = useMessages(editorMessages);
  const { view, actions } = useEditor();
  const peers = usePeers();
  const following = useView((state) => state.following);
  if (peers.length === 0) return null;
  return (
    <div className={styles.people} role="group" aria-label={t('presence.people')}>
      {peers.map((peer) => {
        const { clientId, user } = peer;
        const followed = following === clientId;
        const label = t(followed ? 'presence.unfollow' : 'presence.follow', { name: user.name });
        const toggle = () => {
          view.set({ following: followed ? null : clientId });
          if (!followed && peer.focus?.stepId) actions.open(peer.focus.stepId);
        };
        return (
          <Tooltip key={clientId} label={label}>
            <button
              type="button"
              className={styles.person}
              style={{ '--peer': user.color }}
              data-following={followed || undefined}
              aria-pressed={followed}
              aria-label={label}
              onClick={toggle}
            >
              {initialsOf(user.name)}
            </button>
          </Tooltip>
        );
      })}
    </div>
  );
}
