import { Button, Switch, Text } from '@mantine/core';
import { localTime } from '@daihon/shared/calendar/days';
import { weekdays } from '@daihon/shared/weekdays';
import type { Calendar } from '@daihon/shared/settings';
import { useMessages } from '../../../app/i18n.ts';
import { usePolicy } from '../../../wire/policy.ts';
import { SectionActions } from '../SectionActions.tsx';
import type { SectionProps } from '../sectionProps.ts';
import { useSectionForm } from '../useSectionForm.ts';
import { useChangeSettings } from '../useSettings.ts';
import styles from './CalendarSection.module.css';
import { ComingHolidays } from './ComingHolidays.tsx';
import { DayRows } from './DayRows.tsx';
import { SpanList } from './SpanList.tsx';
import { isValid } from './calendarProblems.ts';
import { calendarMessages } from './messages.ts';

/** When the centre is open: week, public holidays, and days that differ. */
export function CalendarSection({ settings }: SectionProps) {
  const t = useMessages(calendarMessages);
  const { value, change, reset, dirty } = useSectionForm(settings.calendar);
  const save = useChangeSettings();
  const policy = usePolicy();
  const timeZone = policy?.timeZone ?? 'Asia/Tokyo';
  const set = (patch: Partial<Calendar>) => change({ ...value, ...patch });
  const { mon } = value.hours;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('lead', { zone: timeZone === 'Asia/Tokyo' ? t('japan') : timeZone })}
      </Text>
      <fieldset className={styles.group}>
        <legend>{t('hours')}</legend>
        <dl className={styles.week}>
          {weekdays.map((day) => (
            <div key={day} className={styles.day}>
              <dt>{t(`day.${day}`)}</dt>
              <dd>
                <SpanList
                  day={t(`day.${day}`)}
                  spans={value.hours[day]}
                  onChange={(spans) => set({ hours: { ...value.hours, [day]: spans } })}
                />
              </dd>
            </div>
          ))}
        </dl>
        <Button
          size="xs"
          variant="subtle"
          onClick={() => set({ hours: { ...value.hours, tue: mon, wed: mon, thu: mon, fri: mon } })}
        >
          {t('same')}
        </Button>
      </fieldset>
      <Switch
        mt="md"
        label={t('holidays')}
        checked={value.japaneseHolidays}
        onChange={(event) => set({ japaneseHolidays: event.currentTarget.checked })}
      />
      {value.japaneseHolidays && policy !== undefined && (
        <ComingHolidays
          holidays={policy.holidays}
          today={localTime(new Date().toISOString(), timeZone).day}
        />
      )}
      <DayRows
        part={t('closed')}
        lead={t('closedLead')}
        add={t('addClosed')}
        days={value.closed}
        fresh={{ date: '', label: '' }}
        onChange={(closed) => set({ closed })}
      />
      <DayRows
        part={t('open')}
        lead={t('openLead')}
        add={t('addOpen')}
        days={value.open}
        fresh={{ date: '', label: '', hours: [{ from: '09:00', to: '18:00' }] }}
        onChange={(open) => set({ open })}
        more={(day, patch) => (
          <SpanList day={day.date} spans={day.hours} onChange={(hours) => patch({ hours })} />
        )}
      />
      <SectionActions
        dirty={dirty}
        valid={isValid(value)}
        saving={save.isPending}
        onReset={reset}
        onSave={() => save.mutate({ calendar: value }, { onSuccess: reset })}
      />
    </>
  );
}
