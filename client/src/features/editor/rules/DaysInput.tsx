import { Select } from '@mantine/core';
import { numberOf } from '@daihon/shared/script/numberOf';
import type { RuleValue } from '@daihon/shared/script/rules/tree';
import { useMessages } from '../../../app/i18n.ts';
import { useReadOnly } from '../session/context.ts';
import { rulesMessages } from './messages.ts';
import styles from './Rules.module.css';
import { TypedValue } from './TypedValue.tsx';

type Days = Extract<RuleValue, { kind: 'days' }>;

interface DaysInputProps {
  value: Days;
  label: string;
  onChange: (value: Days) => void;
}

/** A day counted from the day of the call, in days or business days. */
export function DaysInput({ value, label, onChange }: DaysInputProps) {
  const t = useMessages(rulesMessages);
  const readOnly = useReadOnly();
  return (
    <span className={styles.days} title={t('daysHint')}>
      <TypedValue
        text={String(value.days)}
        label={`${label}: ${t('days')}`}
        type="number"
        onCommit={(typed) => {
          const days = numberOf(typed);
          if (days !== null && Number.isSafeInteger(days)) onChange({ ...value, days });
        }}
      />
      <Select
        role="combobox"
        size="xs"
        aria-label={`${label}: ${t('dayUnit')}`}
        data={(['days', 'business'] as const).map((unit) => ({ value: unit, label: t(`dayUnits.${unit}`) }))}
        value={value.business ? 'business' : 'days'}
        disabled={readOnly}
        onChange={(unit) => onChange({ ...value, business: unit === 'business' })}
      />
    </span>
  );
}
