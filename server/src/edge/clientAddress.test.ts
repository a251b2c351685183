import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressAllowed, addressBlock } from '../platform/address.ts';
import { createClientAddress } from './clientAddress.ts';

function request(remoteAddress: string, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { socket: { remoteAddress }, connection: { remoteAddress }, headers } as unknown as IncomingMessage;
}

describe('the client address', () => {
  it('is the peer when no proxy is trusted, whatever the header says', () => {
    expect(createClientAddress([]).of(request('::ffff:203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
  });

  it('is the first address that no trusted proxy added', () => {
    const addresses = createClientAddress(['10.0.0.0/8']);
    expect(addresses.of(request('10.1.1.1', '192.0.2.1, 198.51.100.1, 10.2.2.2'))).toBe('198.51.100.1');
    expect(addresses.of(request('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
  });

  it.each(['0x7f.1', '2130706433', '127.1', 'evil', '010.1.1.1'])(
    'refuses %s from a trusted proxy',
    (told) => {
      expect(() => createClientAddress(['10.0.0.0/8']).of(request('10.1.1.1', told))).toThrow();
    },
  );
});

describe('address rules', () => {
  it('match IPv4, mapped IPv4 and IPv6 by CIDR or exactly', () => {
    expect(addressAllowed('203.0.113.7', ['203.0.113.0/24'])).toBe(true);
    expect(addressAllowed('::ffff:203.0.113.7', ['203.0.113.7'])).toBe(true);
    expect(addressAllowed('2001:db8::1', ['2001:db8::/32'])).toBe(true);
    expect(addressAllowed('2001:db9::1', ['2001:db8::/32', '203.0.113.0/24'])).toBe(false);
    expect(addressAllowed('203.0.113.7', [])).toBe(true);
  });

  it('count a /56 of IPv6 as one client', () => {
    expect(addressBlock('2001:db8:0:12::1')).toBe(addressBlock('2001:db8:0:34::2'));
    expect(addressBlock('2001:db8:0:100::1')).not.toBe(addressBlock('2001:db8:0:200::1'));
  });
});
