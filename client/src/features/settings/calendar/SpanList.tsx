import { ActionIcon, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { OpeningSpan } from '@daihon/shared/settings';
import { useMessages } from '../../../app/i18n.ts';
import styles from './CalendarSection.module.css';
import { clockTimeOf, isClockTime } from './calendarProblems.ts';
import { calendarMessages } from './messages.ts';

const maxSpans = 6;

interface Props {
  /** Whose hours these are, for names. */
  day: string;
  spans: readonly OpeningSpan[];
  onChange: (spans: OpeningSpan[]) => void;
}

/** The hours of one day; none means closed. */
export function SpanList({ day, spans, onChange }: Props) {
  const t = useMessages(calendarMessages);
  const set = (index: number, patch: Partial<OpeningSpan>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...patch } : span)));
  const time = (index: number, end: 'from' | 'to') => {
    const value = spans[index]?.[end] ?? '';
    return (
      <TextInput
        className={styles.time}
        size="xs"
        inputMode="numeric"
        maxLength={8}
        aria-label={t(end, { day, n: index + 1 })}
        value={value}
        error={isClockTime(value) ? null : t('badTime')}
        onChange={(event) => set(index, { [end]: event.currentTarget.value })}
        onBlur={(event) => set(index, { [end]: clockTimeOf(event.currentTarget.value) })}
      />
    );
  };
  return (
    <div className={styles.spans}>
      {spans.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('shut')}
        </Text>
      )}
      {spans.map(({ from, to }, index) => (
        <div className={styles.span} key={index}>
          {time(index, 'from')}
          <span aria-hidden>{t('until')}</span>
          {time(index, 'to')}
          {isClockTime(from) && isClockTime(to) && to <= from && (
            <Text size="xs" c="dimmed">
              {t('nextDay')}
            </Text>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeSpan', { day, n: index + 1 })}
            onClick={() => onChange(spans.filter((_, at) => at !== index))}
          >
            <IconX size="1rem" aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <ActionIcon
        variant="subtle"
        aria-label={t('addSpan', { day })}
        disabled={spans.length >= maxSpans}
        onClick={() => onChange([...spans, { from: '09:00', to: '18:00' }])}
      >
        <IconPlus size="1rem" aria-hidden />
      </ActionIcon>
    </div>
  );
}
