import { end } from '@daihon/shared/script/walk';
import { scriptsHere } from '@daihon/shared/script/walk/topics';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { useOutcomeText } from '../end/useOutcomeText.ts';
import { useCall } from '../call/callContext.ts';
import { PlainButton } from '../frame/PlainButton.tsx';
import { lateMessages } from '../lateMessages.ts';
import { usePolicy } from '../../../wire/policy.ts';
import { Sheet } from './Sheet.tsx';
import styles from './Sheet.module.css';

/** Ends a call that has not come to an end step: the outcome is one of the scripts that it is in, another of the tenant's, or none. */
export function EndSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages(lateMessages);
  const { store, view } = useCall();
  const outcomeText = useOutcomeText();
  const [outcome, setOutcome] = useState<string | null>(null);
  const known = usePolicy()?.outcomes ?? [];
  const own = [
    ...new Set(
      scriptsHere(view.walk).flatMap(({ script }) => script.steps.flatMap((step) => step.outcome ?? [])),
    ),
  ];
  const others = known.map(({ code }) => code).filter((code) => !own.includes(code));
  const choice = (code: string | null) => (
    <label key={code ?? ''} className={styles.outcome}>
      <input type="radio" name="outcome" checked={outcome === code} onChange={() => setOutcome(code)} />
      {code === null ? t('end.noOutcome') : outcomeText(code)}
    </label>
  );
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
          {[null, ...own].map(choice)}
          {others.length > 0 && <p className={styles.more}>{t('end.otherOutcomes')}</p>}
          {others.map(choice)}
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
