/** What a `datetime-local` input shows for a moment, in this browser's time zone; '' for none. */
export function clockInput(iso: string | null): string {
  if (iso === null) return '';
  const date = new Date(iso);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that was typed, as ISO 8601 in UTC; null while it is none. */
export function clockOf(input: string): string | null {
  const date = new Date(input);
  return input === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
