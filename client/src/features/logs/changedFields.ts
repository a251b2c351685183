import { listText } from '../../app/i18n.ts';

export interface ChangedField {
  key: string;
  before: string;
  after: string;
}

/** What differs between `before` and `after` of a record, by key; a missing side stands for nothing at all. */
export function changedFields(detail: Record<string, unknown>): ChangedField[] {
  const before = recordOf(detail.before);
  const after = recordOf(detail.after);
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .map((key) => ({ key, before: textOf(before[key]), after: textOf(after[key]) }))
    .filter((field) => field.before !== field.after);
}

/** Everything else that was recorded. */
export function otherFields(detail: Record<string, unknown>): [key: string, text: string][] {
  return Object.entries(detail)
    .filter(([key]) => key !== 'before' && key !== 'after')
    .map(([key, value]) => [key, textOf(value)]);
}

/** One line for the table. */
export function briefOf(detail: Record<string, unknown>, nameOf: (key: string) => string): string {
  const changes = changedFields(detail).map(
    ({ key, before, after }) => `${nameOf(key)}: ${before || '∅'} → ${after || '∅'}`,
  );
  const others = otherFields(detail).map(([key, text]) => `${nameOf(key)}: ${text}`);
  return [...changes, ...others].join(' · ');
}

export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return listText(value);
  return JSON.stringify(value);
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
