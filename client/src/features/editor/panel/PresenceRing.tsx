import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { usePeers } from '../session/context.ts';
import type { FieldPlace } from './fieldPlace.ts';
import styles from './PresenceRing.module.css';

/** A ring in the colour of the colleague who is in this field, with the name. */
export function PresenceRing({ place, children }: { place: FieldPlace; children: ReactNode }) {
  const t = useMessages(editorMessages);
  const peer = usePeers().find(
    ({ focus }) => focus?.field === place.field && (place.stepId === null || focus.stepId === place.stepId),
  );
  return (
    <span
      className={styles.ring}
      data-active={peer !== undefined || undefined}
      style={{ '--peer': peer?.user.color }}
    >
      {children}
      {peer !== undefined && (
        <span className={styles.name}>{t('presence.editing', { name: peer.user.name })}</span>
      )}
    </span>
  );
}
