import { compileCondition } from '@daihon/shared/script/conditions';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { CommitInput } from './CommitInput.tsx';
import type { FieldPlace } from './fieldPlace.ts';
import styles from './Panel.module.css';

interface ConditionInputProps {
  value: string | null;
  label: string;
  place: FieldPlace;
  placeholder: string;
  onCommit: (when: string | null) => void;
}

/** A condition in CEL; one that is not understood is kept and said so, and stops the publish. */
export function ConditionInput({ value, label, place, placeholder, onCommit }: ConditionInputProps) {
  const t = useMessages(editorMessages);
  const compiled = value === null ? null : compileCondition(value);
  const error = compiled?.ok === false ? compiled.error : null;
  return (
    <div className={styles.condition}>
      <CommitInput
        className={styles.code}
        value={value ?? ''}
        label={label}
        place={place}
        placeholder={placeholder}
        maxLength={2_000}
        invalid={error !== null}
        onCommit={(text) => onCommit(text.trim() === '' ? null : text.trim())}
      />
      {error !== null && (
        <span className={styles.error} role="alert">
          {t('condition.invalid', { reason: error })}
        </span>
      )}
    </div>
  );
}
