import { Tooltip } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { initialsOf } from '../header/initials.ts';
import { editorMessages } from '../messages.ts';
import { usePeersOn } from '../session/context.ts';
import styles from './PeersOn.module.css';

/** Small marks of the colleagues who have a step open; `named` says it in words. */
export function PeersOn({ stepId, named = false }: { stepId: string; named?: boolean }) {
  const t = useMessages(editorMessages);
  const here = usePeersOn(stepId);
  if (here.length === 0) return null;
  const text = t('presence.here', { names: here.map(({ user }) => user.name) });
  return (
    <Tooltip label={text} disabled={named}>
      <span className={styles.peers}>
        {here.map(({ clientId, user }) => (
          <span key={clientId} className={styles.peer} style={{ '--peer': user.color }} aria-hidden>
            {initialsOf(user.name)}
          </span>
        ))}
        <span className={named ? styles.text : 'visually-hidden'}>{text}</span>
      </span>
    </Tooltip>
  );
}
