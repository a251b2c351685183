import type { PublicHoliday } from '@daihon/shared/settings';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import styles from './CalendarSection.module.css';
import { calendarMessages } from './messages.ts';

const shown = 8;

/** The public holidays that come next, so that it can be seen what the switch above means. */
export function ComingHolidays({ holidays, today }: { holidays: readonly PublicHoliday[]; today: string }) {
  const t = useMessages(calendarMessages);
  const { language } = usePreferences();
  const coming = holidays.filter(({ date }) => date >= today).slice(0, shown);
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    weekday: undefined,
    timeZone: 'UTC',
  });
  return (
    <div className={styles.coming}>
      <h3>{t('coming')}</h3>
      <ul>
        {coming.map(({ date, ja, en }) => (
          <li key={date}>
            <time dateTime={date}>{format.format(new Date(`${date}T00:00:00Z`))}</time>{' '}
            {language === 'ja' ? ja : en}
          </li>
        ))}
      </ul>
    </div>
  );
}
