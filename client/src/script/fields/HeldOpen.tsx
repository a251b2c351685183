import type { KeyboardEvent, ReactNode } from 'react';
import type { Field } from '@daihon/shared/script/schema';
import { useMessages } from '../../app/i18n.ts';
import { walkMessages } from '../messages.ts';
import styles from './FieldControl.module.css';
import type { MaskHold } from './useMask.ts';

/** A field, beside it 表示 when it is masked: shown as long as the button is held, by pointer or by key. */
export function HeldOpen({ field, mask, children }: { field: Field; mask: MaskHold; children: ReactNode }) {
  const t = useMessages(walkMessages);
  if (field.mask === undefined) return children;
  const { active, held, hold } = mask;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    hold(event.type === 'keydown');
  };
  return (
    <div className={styles.held}>
      {children}
      {active && (
        <button
          type="button"
          className={styles.show}
          aria-label={t('field.showOf', { label: field.label })}
          aria-pressed={held}
          onPointerDown={() => hold(true)}
          onPointerUp={() => hold(false)}
          onPointerLeave={() => hold(false)}
          onPointerCancel={() => hold(false)}
          onKeyDown={onKey}
          onKeyUp={onKey}
          onBlur={() => hold(false)}
          // A screen reader presses without holding: there each press turns it on or off.
          onClick={(event) => event.detail === 0 && hold(!held)}
        >
          {t('field.show')}
        </button>
      )}
    </div>
  );
}
