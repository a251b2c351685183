import { Button, Select, TextInput } from '@mantine/core';
import type { LogResult } from '@daihon/shared/log';
import { useMessages } from '../../app/i18n.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import styles from './LogFilterBar.module.css';
import { kindsOf, useActionText } from './actions.ts';
import { periods, readAsk } from './logFilter.ts';
import type { LogAsk } from './logFilter.ts';
import { logsMessages } from './messages.ts';
import { useScriptTitles } from './useLog.ts';

interface Props {
  ask: LogAsk;
  onChange: (part: Partial<LogAsk>) => void;
}

const results: readonly LogResult[] = ['ok', 'refused', 'failed'];

export function LogFilterBar({ ask, onChange }: Props) {
  const t = useMessages(logsMessages);
  const actionText = useActionText();
  const scripts = useScriptTitles().data ?? [];
  const kinds = kindsOf[ask.name];
  const { name, ...nothing } = readAsk(new URLSearchParams());
  const filtered = Object.entries(nothing).some(([key, value]) => ask[key as keyof typeof nothing] !== value);

  return (
    <div className={styles.bar} role="search">
      <Select
        aria-label={t('filter.period')}
        className={styles.period ?? ''}
        value={ask.period}
        data={periods.map((value) => ({ value, label: t(`filter.periods.${value}`) }))}
        onChange={(value) => onChange({ period: periods.find((each) => each === value) ?? 'all' })}
      />
      {ask.period === 'custom' && <CustomPeriod ask={ask} onChange={onChange} />}
      <SearchField
        className={styles.field}
        label={t('filter.loginId')}
        value={ask.loginId}
        delayMs={500}
        onChange={(loginId) => onChange({ loginId })}
      />
      <Select
        aria-label={t('filter.script')}
        className={styles.field ?? ''}
        searchable
        value={ask.scriptId}
        data={[
          { value: '', label: t('filter.anyScript') },
          ...scripts.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={(scriptId) => onChange({ scriptId: scriptId ?? '' })}
      />
      {kinds.length > 0 && (
        <Select
          aria-label={t('filter.kind')}
          className={styles.short ?? ''}
          value={ask.kind}
          data={[
            { value: '', label: t('filter.anyKind') },
            ...kinds.map((value) => ({ value, label: actionText(value) })),
          ]}
          onChange={(kind) => onChange({ kind: kind ?? '' })}
        />
      )}
      <Select
        aria-label={t('filter.result')}
        className={styles.short ?? ''}
        value={ask.result}
        data={[
          { value: '', label: t('filter.anyResult') },
          ...results.map((value) => ({ value, label: t(`result.${value}`) })),
        ]}
        onChange={(result) => onChange({ result: result ?? '' })}
      />
      <SearchField
        className={styles.field}
        label={t('filter.q')}
        value={ask.q}
        delayMs={400}
        onChange={(q) => onChange({ q })}
      />
      {filtered && (
        <Button variant="subtle" color="gray" onClick={() => onChange(nothing)}>
          {t('filter.reset')}
        </Button>
      )}
    </div>
  );
}

function CustomPeriod({ ask, onChange }: Props) {
  const t = useMessages(logsMessages);
  return (
    <>
      <TextInput
        type="datetime-local"
        aria-label={t('filter.from')}
        value={ask.from}
        max={ask.to === '' ? undefined : ask.to}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <span aria-hidden>–</span>
      <TextInput
        type="datetime-local"
        aria-label={t('filter.to')}
        value={ask.to}
        min={ask.from === '' ? undefined : ask.from}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
    </>
  );
}
