import { formatExact, formatTime } from './formatTime.ts';

/** A moment, short; to the second on hover. */
export function Time({ iso, exact = false }: { iso: string; exact?: boolean }) {
  return (
    <time dateTime={iso} title={`${formatExact(iso)} JST`}>
      {exact ? formatExact(iso) : formatTime(iso)}
    </time>
  );
}
