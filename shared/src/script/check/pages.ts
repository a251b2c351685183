import type { Finding } from '../../version.ts';
import { hostAllowed, pageHost } from '../pageAddress.ts';
import { findPlaceholders } from '../placeholders.ts';
import type { Script } from '../schema.ts';
import type { CheckContext } from './context.ts';
import { finding, nameOf, placedSteps } from './report.ts';

/** Embedded pages (SPEC 30): an address that may be opened, on a host that the tenant allows, and something to read without it. */
export function checkPages(script: Script, { pages }: CheckContext, keys: ReadonlySet<string>): Finding[] {
  return placedSteps(script).flatMap(({ step, pointer }) => {
    if (step.page === undefined) return [];
    const { url, title, fallback } = step.page;
    const host = pageHost(url);
    const values = { step: nameOf(step), host: host ?? '' };
    const at = (member: string): string => `${pointer}/page/${member}`;
    const { uses, malformed } = findPlaceholders(url);
    return [
      ...(url.trim() === '' ? [finding('page_without_address', at('url'), step.id, values)] : []),
      ...(url.trim() !== '' && host === null ? [finding('page_address', at('url'), step.id, values)] : []),
      ...(host !== null && pages !== undefined && !hostAllowed(host, pages)
        ? [finding('page_not_allowed', at('url'), step.id, values)]
        : []),
      ...(title.trim() === '' ? [finding('page_without_title', at('title'), step.id, values)] : []),
      ...(fallback.trim() === '' ? [finding('page_without_fallback', at('fallback'), step.id, values)] : []),
      ...uses
        .filter(({ key }) => !keys.has(key))
        .map(({ key }) => finding('undefined_placeholder', at('url'), step.id, { ...values, key })),
      ...malformed.map(({ text }) =>
        finding('malformed_placeholder', at('url'), step.id, { ...values, text }),
      ),
    ];
  });
}
