import { useMessages } from '../../../app/i18n.ts';
import { useReadOnly } from '../session/context.ts';
import { weekdays } from '@daihon/shared/weekdays';
import { rulesMessages } from './messages.ts';
import styles from './Rules.module.css';

interface WeekdayInputProps {
  /** 1 = Monday … 7 = Sunday. */
  value: readonly number[];
  label: string;
  onChange: (days: number[]) => void;
}

export function WeekdayInput({ value, label, onChange }: WeekdayInputProps) {
  const t = useMessages(rulesMessages);
  const readOnly = useReadOnly();
  return (
    <span className={styles.weekdays} role="group" aria-label={label}>
      {weekdays.map((weekday, index) => {
        const day = index + 1;
        const on = value.includes(day);
        return (
          <button
            key={weekday}
            type="button"
            aria-pressed={on}
            aria-label={t(`weekdayNames.${weekday}`)}
            disabled={readOnly}
            onClick={() => {
              const rest = value.filter((each) => each !== day);
              onChange(on ? rest : [...rest, day].sort((a, b) => a - b));
            }}
          >
            {t(`weekdays.${weekday}`)}
          </button>
        );
      })}
    </span>
  );
}
