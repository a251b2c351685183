import { Int32 } from 'bson';
import type { Doc } from '../bson/value.ts';
import type { Request } from './request.ts';

/** The MongoDB version whose behaviour is offered: 7.0, wire version 21. */
const version = '7.0.0';
const mostWireVersion = 21;
const setName = 'daihon';
const host = 'localhost:27017';

/**
 * One primary of a replica set of one: that is what makes drivers send retryable writes. There is no topologyVersion,
 * so that monitors ask from time to time instead of waiting for an answer that comes later.
 */
export function helloCommand(request: Request): Doc {
  return {
    helloOk: true,
    ...(request.name === 'hello' ? { isWritablePrimary: true } : { ismaster: true }),
    setName,
    setVersion: new Int32(1),
    secondary: false,
    hosts: [host],
    primary: host,
    me: host,
    maxBsonObjectSize: new Int32(16 * 1024 * 1024),
    maxMessageSizeBytes: new Int32(48_000_000),
    maxWriteBatchSize: new Int32(100_000),
    localTime: new Date(),
    logicalSessionTimeoutMinutes: new Int32(30),
    connectionId: new Int32(1),
    minWireVersion: new Int32(0),
    maxWireVersion: new Int32(mostWireVersion),
    readOnly: false,
    ok: 1,
  };
}

export function buildInfoCommand(): Doc {
  return {
    version,
    versionArray: version
      .split('.')
      .map((part) => new Int32(Number(part)))
      .concat(new Int32(0)),
    gitVersion: 'embedded',
    modules: [],
    bits: new Int32(64),
    debug: false,
    maxBsonObjectSize: new Int32(16 * 1024 * 1024),
    storageEngines: ['lmdb'],
    ok: 1,
  };
}

export function okCommand(): Doc {
  return { ok: 1 };
}
