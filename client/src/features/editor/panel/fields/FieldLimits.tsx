import { numberOf } from '@daihon/shared/script/numberOf';
import type { FieldPatch } from '@daihon/shared/script/draft/editItems';
import type { Field } from '@daihon/shared/script/schema';
import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { editorMessages } from '../../messages.ts';
import { CommitInput } from '../CommitInput.tsx';
import styles from '../Panel.module.css';

interface FieldLimitsProps {
  stepId: string;
  field: Field;
  onSet: (patch: FieldPatch) => void;
}

/** The least and the largest number that an agent may type; either may be left open. */
export function FieldLimits({ stepId, field, onSet }: FieldLimitsProps) {
  const t = useMessages(editorMessages);
  const [wrong, setWrong] = useState<'min' | 'max' | null>(null);
  const reversed = (field.min ?? -Infinity) > (field.max ?? Infinity);
  const limit = (name: 'min' | 'max') => (
    <label className={styles.limit}>
      <span>{t(`fields.${name}`)}</span>
      <CommitInput
        className={styles.input}
        value={field[name] === undefined ? '' : String(field[name])}
        label={t('fields.limitOf', { limit: t(`fields.${name}`), field: field.label || field.key })}
        place={{ stepId, field: `${name}:${field.id}` }}
        placeholder={t('fields.noLimit')}
        maxLength={24}
        invalid={wrong === name || reversed}
        onCommit={(text) => {
          const number = numberOf(text);
          const empty = text.trim() === '';
          setWrong(number === null && !empty ? name : null);
          if (number !== null || empty) onSet({ [name]: number });
        }}
      />
    </label>
  );
  const problem = wrong !== null ? t('fields.notANumber') : reversed ? t('fields.limitsReversed') : null;
  return (
    <>
      <div className={styles.row}>
        {limit('min')}
        {limit('max')}
      </div>
      {problem !== null && (
        <span className={styles.error} role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
