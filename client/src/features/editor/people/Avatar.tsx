import { initialsOf } from './initials.ts';
import styles from './People.module.css';
import type { Peer } from '../session/presence.ts';

/** A colleague's mark: initials in their colour, with three moving dots while they type. */
export function Avatar({ peer: { user, typing }, size = 'md' }: { peer: Peer; size?: 'sm' | 'md' }) {
  return (
    <span className={styles.avatar} data-size={size} style={{ '--peer': user.color }} aria-hidden>
      {initialsOf(user.name)}
      {typing && (
        <span className={styles.dots}>
          <i />
          <i />
          <i />
        </span>
      )}
    </span>
  );
}
