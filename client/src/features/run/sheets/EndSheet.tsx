import { end } from '@daihon/shared/script/walk';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { useOutcomeText } from '../end/useOutcomeText.ts';
import { useCall } from '../call/callContext.ts';
import { PlainButton } from '../frame/PlainButton.tsx';
import { lateMessages } from '../lateMessages.ts';
import { Sheet } from './Sheet.tsx';
import styles from './Sheet.module.css';

/** Ends a call that has not come to an end step: the outcome is one of the script's own, or none. */
export function EndSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages(lateMessages);
  const { store, view } = useCall();
  const outcomeText = useOutcomeText();
  const [outcome, setOutcome] = useState<string | null>(null);
  const codes = view.walk.root.script.steps.flatMap((step) => step.outcome ?? []);
  return (
    <Sheet title={t('end.confirmTitle')} onClose={onClose}>
      <form
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault();
          store.move((walk, at) => end(walk, at, outcome));
          onClose();
        }}
      >
        <p className={styles.hint} style={{ padding: 0 }}>
          {t('end.confirmBody')}
        </p>
        <fieldset className={styles.outcomes}>
          <legend className="visually-hidden">{t('end.outcome')}</legend>
          {[null, ...new Set(codes)].map((code) => (
            <label key={code ?? ''} className={styles.outcome}>
              <input
                type="radio"
                name="outcome"
                checked={outcome === code}
                onChange={() => setOutcome(code)}
              />
              {code === null ? t('end.noOutcome') : outcomeText(code)}
            </label>
          ))}
        </fieldset>
        <div className={styles.buttons}>
          <PlainButton onClick={onClose}>{t('end.cancel')}</PlainButton>
          <PlainButton type="submit" look="danger">
            {t('end.choose')}
          </PlainButton>
        </div>
      </form>
    </Sheet>
  );
}
