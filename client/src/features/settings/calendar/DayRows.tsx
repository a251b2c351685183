import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import styles from './CalendarSection.module.css';
import { repeatedDates } from './calendarProblems.ts';
import { calendarMessages } from './messages.ts';

interface Day {
  date: string;
  label: string;
}

interface Props<D extends Day> {
  /** What these days are: 休業日. */
  part: string;
  lead: string;
  add: string;
  days: readonly D[];
  fresh: D;
  onChange: (days: D[]) => void;
  /** What a day has besides. */
  more?: (day: D, set: (patch: Partial<D>) => void) => ReactNode;
}

const maxDays = 400;

/** Single days with a name, in a list that grows. */
export function DayRows<D extends Day>({ part, lead, add, days, fresh, onChange, more }: Props<D>) {
  const t = useMessages(calendarMessages);
  const twice = repeatedDates(days);
  return (
    <fieldset className={styles.group}>
      <legend>{part}</legend>
      <Text size="sm" c="dimmed">
        {lead}
      </Text>
      {days.length === 0 && <Text size="sm">{t('noDays')}</Text>}
      {days.map((day, index) => {
        const set = (patch: Partial<D>) =>
          onChange(days.map((each, at) => (at === index ? { ...each, ...patch } : each)));
        return (
          <DayRow
            key={index}
            part={part}
            n={index + 1}
            day={day}
            twice={twice.has(day.date)}
            more={more?.(day, set)}
            set={set}
            onRemove={() => onChange(days.filter((_, at) => at !== index))}
          />
        );
      })}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconPlus size="1rem" aria-hidden />}
        disabled={days.length >= maxDays}
        onClick={() => onChange([...days, fresh])}
      >
        {add}
      </Button>
    </fieldset>
  );
}

interface RowProps<D extends Day> {
  part: string;
  n: number;
  day: D;
  twice: boolean;
  more: ReactNode;
  set: (patch: Partial<D>) => void;
  onRemove: () => void;
}

/** One day. That its date is missing is said once its reader has left it, not before they could type. */
function DayRow<D extends Day>({ part, n, day, twice, more, set, onRemove }: RowProps<D>) {
  const t = useMessages(calendarMessages);
  const [left, setLeft] = useState(false);
  const missing = day.date === '' && left;
  return (
    <div className={styles.dayRow} onBlur={() => setLeft(true)}>
      <TextInput
        type="date"
        size="xs"
        aria-label={t('dateOf', { part, n })}
        value={day.date}
        error={missing ? t('badDate') : twice && day.date !== '' ? t('twice') : null}
        onChange={(event) => set({ date: event.currentTarget.value } as Partial<D>)}
      />
      <TextInput
        size="xs"
        className={styles.dayLabel}
        aria-label={t('labelOf', { part, n })}
        placeholder={t('label')}
        maxLength={100}
        value={day.label}
        onChange={(event) => set({ label: event.currentTarget.value } as Partial<D>)}
      />
      {more}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('removeDay', { date: day.date === '' ? String(n) : day.date })}
        onClick={onRemove}
      >
        <IconTrash size="1rem" aria-hidden />
      </ActionIcon>
    </div>
  );
}
