import { Button, TextInput } from '@mantine/core';
import { setPlaceholder } from '@daihon/shared/script/walk';
import { useMessages } from '../../../app/i18n.ts';
import { clockInput, clockOf } from './clock.ts';
import { trialMessages } from './messages.ts';
import styles from './Trial.module.css';
import { useTrial } from './useTrial.ts';

/** What the run goes by: the moment that counts as now, and what a call would bring along. */
export function ValuesPanel() {
  const t = useMessages(trialMessages);
  const { trial, state } = useTrial();
  const { walk, clock } = state;
  const { placeholders } = walk.root.script;
  return (
    <div className={styles.panel}>
      <TextInput
        type="datetime-local"
        label={t('values.clock')}
        description={t('values.clockHint')}
        value={clockInput(clock)}
        onChange={(event) => trial.setClock(clockOf(event.currentTarget.value))}
      />
      {clock !== null && (
        <Button size="xs" variant="subtle" onClick={() => trial.setClock(null)}>
          {t('values.real')}
        </Button>
      )}
      <h3>{t('values.placeholders')}</h3>
      {placeholders.length === 0 && <p className={styles.quiet}>{t('values.none')}</p>}
      {placeholders.map(({ key, label, example }) => (
        <TextInput
          key={key}
          label={label === '' ? key : label}
          placeholder={example === '' ? undefined : t('values.example', { example })}
          maxLength={500}
          value={walk.placeholders[key] ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            trial.move((now) => setPlaceholder(now, key, value));
          }}
        />
      ))}
      <Button variant="default" onClick={() => trial.clear()}>
        {t('values.reset')}
      </Button>
    </div>
  );
}
