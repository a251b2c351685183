import { hostAllowed, pageHost } from '@daihon/shared/script/pageAddress';

/** Why a page's address would not be shown: `notHttps`, or its host that `hosts` (null: not known) do not have; null: it would. */
export function hostProblem(url: string, hosts: readonly string[] | null): string | null {
  if (url.trim() === '') return null;
  const host = pageHost(url);
  if (host === null) return 'notHttps';
  return hosts === null || hostAllowed(host, hosts) ? null : host;
}
