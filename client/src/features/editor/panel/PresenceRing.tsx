import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { peopleMessages } from '../people/messages.ts';
import { usePeerIn } from '../session/context.ts';
import type { FieldPlace } from './fieldPlace.ts';
import styles from './PresenceRing.module.css';

/** A ring in the colour of the colleague who is in this field, with the name. */
export function PresenceRing({ place, children }: { place: FieldPlace; children: ReactNode }) {
  const t = useMessages(peopleMessages);
  const peer = usePeerIn(place.stepId, place.field);
  return (
    <span
      className={styles.ring}
      data-field={place.field}
      data-active={peer !== undefined || undefined}
      style={{ '--peer': peer?.user.color }}
    >
      {children}
      {peer !== undefined && <span className={styles.name}>{t('editing', { name: peer.user.name })}</span>}
    </span>
  );
}
