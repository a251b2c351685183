import { setPlaceholder } from '@daihon/shared/script/walk';
import { placeholdersHere } from '@daihon/shared/script/walk/scope';
import { currentScript } from '@daihon/shared/script/walk/state';
import { useId } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { useCall } from '../call/callContext.ts';
import { PlainButton } from '../frame/PlainButton.tsx';
import { lateMessages } from '../lateMessages.ts';
import { Sheet } from './Sheet.tsx';
import styles from './Sheet.module.css';

/** All placeholders of the script in one list: the way to change one that is filled in already by keyboard. */
export function ValuesSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages(lateMessages);
  const { store, view } = useCall();
  const id = useId();
  const { placeholders } = currentScript(view.walk).script;
  const values = placeholdersHere(view.walk);
  return (
    <Sheet title={t('values.title')} onClose={onClose}>
      <form
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
        }}
      >
        <p className={styles.hint} style={{ padding: 0 }}>
          {t('values.hint')}
        </p>
        {placeholders.map(({ key, label, example }) => (
          <div key={key} className={styles.pair}>
            <label htmlFor={`${id}-${key}`}>{label === '' ? key : label}</label>
            <input
              id={`${id}-${key}`}
              value={values[key] ?? ''}
              placeholder={example === '' ? undefined : t('values.sample', { example })}
              maxLength={500}
              autoComplete="off"
              onChange={(event) => {
                const { value } = event.currentTarget;
                store.move((walk) => setPlaceholder(walk, key, value));
              }}
            />
          </div>
        ))}
        <div className={styles.buttons}>
          <PlainButton type="submit" look="filled">
            {t('values.done')}
          </PlainButton>
        </div>
      </form>
    </Sheet>
  );
}
