import type { Doc } from '../bson/value.ts';
import { numberOf } from '../bson/number.ts';
import { isDoc } from '../bson/value.ts';
import type { Engine } from '../engine/engine.ts';
import type { LostWrite } from '../engine/failPoints.ts';
import { badValue, notSupported } from '../errors.ts';

/** A command as it came in. `documents` are the raw ones of a document sequence, by their name. */
export interface Request {
  readonly engine: Engine;
  readonly name: string;
  readonly database: string;
  readonly body: Doc;
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  /** Set by a fail point: the answer does not reach the client. */
  lost?: LostWrite;
}

/** A document, or a whole encoded reply. */
export type Reply = Doc | Buffer;

const generic = new Set([
  '$db',
  'lsid',
  '$readPreference',
  '$clusterTime',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
  'txnNumber',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);

/** Refuses every option that is neither general nor one of the given: nothing is silently ignored. */
export function refuseOptions(request: Request, allowed: readonly string[]): void {
  for (const [name, value] of Object.entries(request.body)) {
    if (name === request.name || generic.has(name) || allowed.includes(name) || value === undefined) continue;
    if (name === 'startTransaction' || name === 'autocommit')
      throw notSupported('multi-document transactions');
    throw notSupported(`the option ${name} of ${request.name}`);
  }
  const concern = request.body.readConcern;
  const level = isDoc(concern) ? concern.level : undefined;
  if (level === 'snapshot') throw notSupported('the read concern "snapshot"');
}

export function refuseStatementOptions(statement: Doc, allowed: readonly string[], command: string): void {
  for (const name of Object.keys(statement)) {
    if (!allowed.includes(name)) throw notSupported(`the option ${name} of ${command}`);
  }
}

export function namespaceOf(request: Request): string {
  const collection = request.body[request.name];
  if (typeof collection !== 'string' || collection === '')
    throw badValue(`collection name has invalid type or is empty in ${request.name}`);
  return `${request.database}.${collection}`;
}

export function docOption(value: unknown, name: string): Doc {
  if (value === undefined || value === null) return {};
  if (!isDoc(value)) throw badValue(`${name} must be an object`);
  return value;
}

export function countOption(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  const number = numberOf(value);
  if (number === undefined) throw badValue(`${name} must be a number`);
  if (number < 0) throw badValue(`${name} value must be non-negative, but received: ${number}`);
  return Math.floor(number);
}
