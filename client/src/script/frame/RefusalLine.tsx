import type { Refusal } from '../walk/useWalkActions.ts';
import styles from './RefusalLine.module.css';

/** Why the walk does not go on, with a way to what has to be done first. */
export function RefusalLine({ refusal }: { refusal: Refusal }) {
  return (
    <div className={styles.refusal} role="alert">
      <p>{refusal.text}</p>
      {refusal.go !== null && (
        <button type="button" onClick={refusal.go.run}>
          {refusal.go.label}
        </button>
      )}
    </div>
  );
}
