import { useReleases } from './useHome.ts';

/** What to read instead of a withdrawn script; null when nobody said. */
export function useSubstitute(scriptId: string): string | null {
  const { data } = useReleases();
  const item = data?.find((each) => each.kind === 'withdrawn' && each.scriptId === scriptId);
  return item?.kind === 'withdrawn' && item.substitute !== '' ? item.substitute : null;
}
