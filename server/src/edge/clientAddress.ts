import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';
import { AppError } from '@daihon/shared/errors';
import { normaliseAddress } from '../platform/address.ts';

export interface ClientAddress {
  /** The client's address as the trusted proxies tell it; throws `bad_input` when what they tell is no address. */
  of(request: IncomingMessage): string;
  /** For express: which hop is believed. */
  trust: (address: string, hop: number) => boolean;
}

/** The one way to a client's address, for requests and upgrades alike. `trusted`: addresses and CIDRs of one's own proxies. */
export function createClientAddress(trusted: readonly string[]): ClientAddress {
  const trust = trusted.length === 0 ? () => false : proxyAddr.compile([...trusted]);
  return {
    trust,
    of(request) {
      // Without a trusted proxy the header is never read.
      const told = trusted.length === 0 ? (request.socket.remoteAddress ?? '') : proxyAddr(request, trust);
      const address = normaliseAddress(told);
      if (address === null) throw new AppError('bad_input', 'The client address is not understood');
      return address;
    },
  };
}
