import type { FieldValue } from '@daihon/shared/call';
import { maskCards } from '@daihon/shared/guard/numbers';
import { numberOf } from '@daihon/shared/script/numberOf';
import type { FieldType } from '@daihon/shared/script/schema';

/** What is kept of what was typed into a field once it is left: half width where numbers are, kana where kana is asked, no card numbers. */
export function normalise(type: FieldType, text: string, today: Date = new Date()): FieldValue {
  const guarded = maskCards(text);
  if (guarded !== text) return guarded.trim();
  const plain = text.normalize('NFKC').trim();
  switch (type) {
    case 'number':
      return numberOf(plain) ?? plain;
    case 'tel':
      return plain.replace(dashes, '-').replace(/[^\d+-]/gu, (other) => (/\s/u.test(other) ? '' : other));
    case 'postcode':
      return plain.replace(dashes, '').replace(/[〒\s]/gu, '');
    case 'kana':
      return toKatakana(plain).replace(/\s+/gu, ' ');
    case 'date':
      return dateOf(plain, today) ?? plain;
    case 'time':
      return timeOf(plain) ?? plain;
    case 'longtext':
      return text.trimEnd();
    default:
      return text.trim();
  }
}

/** Hyphens of every kind that people and input methods put between digits. */
const dashes = /[-‐‑‒–—−ー－]/gu;

function toKatakana(text: string): string {
  return text.replace(/[\u3041-\u3096]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/** `10/3`, `1003`, `2026-10-03`, `10月3日`, `今日`, `tomorrow` as `2026-10-03`; without a year the next such day. */
function dateOf(text: string, today: Date): string | null {
  const near = { 今日: 0, 本日: 0, today: 0, 明日: 1, tomorrow: 1, 明後日: 2, あさって: 2 };
  for (const [word, days] of Object.entries(near))
    if (text.toLowerCase() === word) return isoOf(plusDays(today, days));
  const parts =
    /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? /^(\d{4})?(\d{2})(\d{2})$/u.exec(text);
  if (parts === null) return null;
  const [, year, month, day] = parts;
  const asked = (inYear: number) => dayIn(inYear, Number(month), Number(day));
  if (year !== undefined) return asked(Number(year));
  const thisYear = asked(today.getFullYear());
  return thisYear !== null && thisYear >= isoOf(today) ? thisYear : asked(today.getFullYear() + 1);
}

function dayIn(year: number, month: number, day: number): string | null {
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? isoOf(date) : null;
}

function plusDays(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

function isoOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `14:30`, `1430`, `14時30分`, `午後2時半` as `14:30`. */
function timeOf(text: string): string | null {
  const [, half, hour, minute] =
    /^(午前|午後)?(\d{1,2})(?:[:時.](\d{1,2}|半)?分?)?$/u.exec(text) ??
    /^()(\d{1,2})(\d{2})$/u.exec(text) ??
    [];
  if (hour === undefined) return null;
  const hours = Number(hour) + (half === '午後' && Number(hour) < 12 ? 12 : 0);
  const minutes = minute === '半' ? 30 : Number(minute ?? 0);
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
