import { Menu } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconEye,
  IconPointer,
  IconPointerOff,
  IconUsers,
} from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useScript, useView } from '../session/context.ts';
import { stepLabel } from '../session/outline.ts';
import type { Peer } from '../session/presence.ts';
import { Avatar } from './Avatar.tsx';
import { peopleMessages } from './messages.ts';
import styles from './People.module.css';
import { usePointersShown } from './pointersShown.ts';
import { useSendLook } from './useLookHere.ts';

/** Everybody with the step they are on; following, «ここを見て» and whether their cursors are shown. */
export function PeopleMenu({ peers, hidden }: { peers: readonly Peer[]; hidden: number }) {
  const t = useMessages(peopleMessages);
  const [shown, toggleShown] = usePointersShown();
  const sendLook = useSendLook();
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <button
          type="button"
          className={styles.more}
          aria-label={t('all', { count: peers.length })}
          onMouseDown={(event) => event.preventDefault()}
        >
          {hidden === peers.length ? <IconUsers size="1rem" stroke={1.8} aria-hidden /> : null}
          {hidden > 0 ? (hidden === peers.length ? hidden : `+${hidden}`) : null}
          <IconChevronDown size="0.875rem" stroke={2} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.list}>
          {peers.map((peer) => (
            <PersonItem key={peer.clientId} peer={peer} />
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconEye size="1rem" stroke={1.7} />} onClick={() => void sendLook()}>
          {t('look')}
          <small className={styles.hint}>{t('lookHint')}</small>
        </Menu.Item>
        <Menu.Item
          leftSection={
            shown ? <IconPointerOff size="1rem" stroke={1.7} /> : <IconPointer size="1rem" stroke={1.7} />
          }
          onClick={toggleShown}
        >
          {t(shown ? 'hidePointers' : 'showPointers')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function PersonItem({ peer }: { peer: Peer }) {
  const t = useMessages(peopleMessages);
  const { session, view } = useEditor();
  const script = useScript();
  const { clientId, user, focus, typing } = peer;
  const followed = useView((state) => state.following === clientId);
  const name = user.id === session.user.id ? t('ownTab', { name: user.name }) : user.name;
  const stepId = focus?.stepId ?? null;
  const known = script.steps.some(({ id }) => id === stepId);
  const step = known && stepId !== null ? stepLabel(script, stepId, t('untitled')) : null;
  return (
    <Menu.Item
      leftSection={<Avatar peer={peer} size="sm" />}
      rightSection={followed ? <IconCheck size="1rem" aria-hidden /> : null}
      aria-label={t(followed ? 'unfollow' : 'follow', { name })}
      onClick={() => view.set({ following: followed ? null : clientId })}
    >
      <span className={styles.name}>{name}</span>
      <small className={styles.hint}>
        {step === null ? t('nowhere') : t(typing ? 'atTyping' : 'at', { step })}
      </small>
    </Menu.Item>
  );
}
