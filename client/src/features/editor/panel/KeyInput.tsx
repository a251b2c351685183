import { useState } from 'react';
import { CommitInput } from './CommitInput.tsx';
import type { FieldPlace } from './fieldPlace.ts';
import styles from './Panel.module.css';

interface KeyInputProps {
  value: string;
  label: string;
  place: FieldPlace;
  placeholder: string;
  /** Why a key cannot be taken; null when it can. */
  problem: (key: string) => string | null;
  onCommit: (key: string) => void;
}

/** A key in code letters; full-width ones are folded, anything else is refused with the reason. */
export function KeyInput({ value, label, place, placeholder, problem, onCommit }: KeyInputProps) {
  const [refused, setRefused] = useState<string | null>(null);
  // A key that came from elsewhere (an older draft, an import) may be one that cannot be taken, too.
  const refusal = refused ?? problem(value);
  const commit = (text: string) => {
    const key = text.normalize('NFKC').trim();
    const reason = problem(key);
    setRefused(reason);
    if (reason === null) onCommit(key);
  };
  return (
    <div className={styles.condition}>
      <CommitInput
        className={styles.code}
        value={value}
        label={label}
        place={place}
        placeholder={placeholder}
        maxLength={64}
        invalid={refusal !== null}
        onCommit={commit}
      />
      {refusal !== null && (
        <span className={styles.error} role="alert">
          {refusal}
        </span>
      )}
    </div>
  );
}
