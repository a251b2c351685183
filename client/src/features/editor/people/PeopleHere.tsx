import { Tooltip } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, usePeers, useView } from '../session/context.ts';
import type { Peer } from '../session/presence.ts';
import { Avatar } from './Avatar.tsx';
import { peopleMessages } from './messages.ts';
import styles from './People.module.css';
import { PeopleMenu } from './PeopleMenu.tsx';

/** More than this many stand behind the number at the end. */
const mostShown = 5;

/** Who else has the draft open: a click follows that person; the menu has everybody and what to do together. */
export function PeopleHere({ narrow }: { narrow: boolean }) {
  const t = useMessages(peopleMessages);
  const peers = usePeers();
  if (peers.length === 0) return null;
  const shown = narrow ? [] : peers.slice(0, peers.length > mostShown ? mostShown - 1 : mostShown);
  return (
    <div className={styles.people} role="group" aria-label={t('people')}>
      {shown.map((peer) => (
        <FollowButton key={peer.clientId} peer={peer} />
      ))}
      <PeopleMenu peers={peers} hidden={peers.length - shown.length} />
    </div>
  );
}

function FollowButton({ peer }: { peer: Peer }) {
  const t = useMessages(peopleMessages);
  const { view } = useEditor();
  const { clientId, user, typing } = peer;
  const followed = useView((state) => state.following === clientId);
  const label = t(followed ? 'unfollow' : 'follow', { name: user.name });
  return (
    <Tooltip label={typing ? `${label}（${t('typing')}）` : label}>
      <button
        type="button"
        className={styles.person}
        style={{ '--peer': user.color }}
        data-following={followed || undefined}
        aria-pressed={followed}
        aria-label={label}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => view.set({ following: followed ? null : clientId })}
      >
        <Avatar peer={peer} />
        {typing && <span className="visually-hidden">{t('typing')}</span>}
      </button>
    </Tooltip>
  );
}
