import type { Ref } from 'react';
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
        value={view.record.state.memo}
        disabled={view.lost}
        onChange={(event) => store.setMemo(event.currentTarget.value)}
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
    </section>
  );
}
