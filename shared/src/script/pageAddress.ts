import type { FieldValue } from '../call.ts';
import { valueText } from './valueText.ts';
import { own } from './own.ts';
import { findPlaceholders } from './placeholders.ts';

/** Whether a tenant's list (`help.example.jp`, `*.example.jp` for all below) has a host name. */
export function hostAllowed(host: string, allowed: readonly string[]): boolean {
  const name = host.toLowerCase();
  return allowed.some((rule) => (rule.startsWith('*.') ? name.endsWith(rule.slice(1)) : name === rule));
}

/**
 * The host name of an embedded page's address; null when it is no https address of a plain host (no port, no user), or when a
 * `{{key}}` could decide where it leads.
 */
export function pageHost(address: string): string | null {
  // Stricter than a browser: it reads `https:///host`, `https:\\host` and `https://a@host` as addresses too.
  const host = /^https:\/\/([a-z0-9.-]+)(?=[/?#]|$)/iu.exec(address)?.[1];
  return host !== undefined && URL.canParse(address) ? host.toLowerCase() : null;
}

/** The address with the call's values in it, each encoded; what is not filled in is empty. Null when it is not one to be opened. */
export function filledAddress(
  address: string,
  values: Readonly<Record<string, FieldValue | null | undefined>>,
): string | null {
  if (pageHost(address) === null) return null;
  let filled = '';
  let from = 0;
  for (const { key, start, end } of findPlaceholders(address).uses) {
    filled += address.slice(from, start) + encodeURIComponent(valueText(own(values, key)));
    from = end;
  }
  return filled + address.slice(from);
}
