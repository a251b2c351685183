import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The canonical form of an address, mapped IPv4 folded to IPv4; null for anything but four-part decimal or IPv6. */
export function normaliseAddress(value: string): string | null {
  const bare = value.replace(/%[\w.-]+$/u, '');
  return isIP(bare) === 0 ? null : ipaddr.process(bare).toString();
}

/** What counts as one client for throttling: an IPv4 address, or the /56 of an IPv6 address. */
export function addressBlock(address: string): string {
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return parsed
    .toByteArray()
    .slice(0, 7)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** Whether a rule is an address or a CIDR. */
export function isAddressRule(rule: string): boolean {
  return ipaddr.isValidCIDR(rule) || isIP(rule) !== 0;
}

/** Whether `address` is inside one of the rules; an empty list lets everyone in. */
export function addressAllowed(address: string, rules: readonly string[]): boolean {
  if (rules.length === 0) return true;
  const parsed = ipaddr.process(address);
  return rules.some((rule) => inRange(parsed, rule));
}

function inRange(address: ipaddr.IPv4 | ipaddr.IPv6, rule: string): boolean {
  const text = rule.includes('/') ? rule : `${rule}/${isIP(rule) === 4 ? 32 : 128}`;
  const [base, bits] = ipaddr.parseCIDR(text);
  if (address instanceof ipaddr.IPv4) return base instanceof ipaddr.IPv4 && address.match(base, bits);
  return base instanceof ipaddr.IPv6 && address.match(base, bits);
}
