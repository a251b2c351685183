import { Tooltip } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { initialsOf } from '../people/initials.ts';
import { peopleMessages } from '../people/messages.ts';
import { usePeersOn } from '../session/context.ts';
import styles from './PeersOn.module.css';

const mostShown = 3;

/** Small marks of the colleagues who have a step open; `named` says it in words. */
export function PeersOn({ stepId, named = false }: { stepId: string; named?: boolean }) {
  const t = useMessages(peopleMessages);
  const here = usePeersOn(stepId);
  if (here.length === 0) return null;
  const names = here.map(({ user }) => user.name);
  const typing = here.filter((peer) => peer.typing).map(({ user }) => user.name);
  const text = typing.length > 0 ? t('typingHere', { names: typing }) : t('here', { names });
  return (
    <Tooltip label={text} disabled={named}>
      <span className={styles.peers}>
        {here.slice(0, mostShown).map(({ clientId, user, typing: busy }) => (
          <span
            key={clientId}
            className={styles.peer}
            style={{ '--peer': user.color }}
            data-typing={busy || undefined}
            aria-hidden
          >
            {initialsOf(user.name)}
          </span>
        ))}
        {here.length > mostShown && (
          <span className={styles.rest} aria-hidden>
            +{here.length - mostShown}
          </span>
        )}
        <span className={named ? styles.text : 'visually-hidden'}>{text}</span>
      </span>
    </Tooltip>
  );
}
