import type { Ref } from 'react';
import { useState } from 'react';
import { holdsMyNumber, maskCards } from '@daihon/shared/guard/numbers';
import { useMessages } from '../../../app/i18n.ts';
import { useCall } from '../call/callContext.ts';
import { runMessages } from '../messages.ts';
import { CloseX } from './CloseX.tsx';
import styles from './MemoPane.module.css';
import { SaveMark } from './SaveMark.tsx';

interface Props {
  input: Ref<HTMLTextAreaElement>;
  /** Null: it is always there. */
  onClose: (() => void) | null;
}

/** The response memo, saved as it is typed. */
export function MemoPane({ input, onClose }: Props) {
  const t = useMessages(runMessages);
  const { store, view } = useCall();
  const [cut, setCut] = useState(false);
  const { memo } = view.record.state;
  const warning = cut ? t('memo.card') : holdsMyNumber(memo) ? t('memo.myNumber') : null;
  return (
    <section className={styles.memo} aria-label={t('memo.label')}>
      <header className={styles.head}>
        <label className={styles.label} htmlFor="call-memo">
          {t('memo.label')}
        </label>
        <SaveMark />
        {onClose !== null && <CloseX label={t('memo.close')} onClick={onClose} />}
      </header>
      <textarea
        ref={input}
        id="call-memo"
        className={styles.text}
        placeholder={t('memo.placeholder')}
        maxLength={20_000}
        value={memo}
        disabled={view.lost}
        onChange={(event) => write(event.currentTarget.value, isComposing(event.nativeEvent))}
        onCompositionEnd={(event) => write(event.currentTarget.value, false)}
        // One goes on writing where one stopped; a click then places the caret where it falls.
        onFocus={({ currentTarget }) =>
          currentTarget.setSelectionRange(currentTarget.value.length, currentTarget.value.length)
        }
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing || onClose === null) return;
          event.stopPropagation();
          onClose();
        }}
      />
      {warning !== null && (
        <p className={styles.warning} role="alert">
          {warning}
        </p>
      )}
    </section>
  );

  /** A word that is being composed is left alone until it is fixed. */
  function write(typed: string, composing: boolean): void {
    const kept = composing ? typed : maskCards(typed);
    // Said until the number is gone from the memo: the next key comes at once.
    setCut(kept !== typed || (cut && kept.includes('●●●●')));
    store.setMemo(kept);
  }
}

function isComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}
