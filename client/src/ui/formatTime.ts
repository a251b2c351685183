import { preferences } from '../app/preferences.ts';

/** All times on screen are Japan's, whatever the clock of the computer says: logs and shifts are compared by them. */
const timeZone = 'Asia/Tokyo';

/** `11/24 14:46`, with the year when it is not this one. */
export function formatTime(iso: string, now: Date = new Date()): string {
  const sameYear = part(iso, { year: 'numeric' }) === part(now.toISOString(), { year: 'numeric' });
  return part(iso, {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: preferences.get().language === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}

/** A calendar day (YYYY-MM-DD) as `11/24`, with the year when it is not this one. */
export function formatDate(day: string, now: Date = new Date()): string {
  const thisYear = day.slice(0, 4) === dayOf(now.toISOString()).slice(0, 4);
  return part(`${day}T00:00:00+09:00`, {
    ...(thisYear ? {} : { year: 'numeric' }),
    month: preferences.get().language === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
  });
}

/** `14:46` */
export function formatClock(iso: string): string {
  return part(iso, { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** `2026/11/24 14:46:09`: to the second, for the record. */
export function formatExact(iso: string): string {
  const parts = new Intl.DateTimeFormat('ja-JP', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return parts.format(new Date(iso));
}

/** `2026年11月24日(火)` */
export function formatDay(iso: string): string {
  return part(iso, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
}

/** The calendar day in Japan, as `2026-11-24`. */
export function dayOf(iso: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(iso));
}

function part(iso: string, options: Intl.DateTimeFormatOptions): string {
  const locale = preferences.get().language === 'ja' ? 'ja-JP' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(iso));
}
