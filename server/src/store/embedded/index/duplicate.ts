import { EJSON } from 'bson';
import type { Doc } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { leavesAt } from '../query/path.ts';
import type { Index } from './spec.ts';

/** E11000 as MongoDB words it; mongoose and the application read `code`, `keyPattern` and `keyValue`. */
export function duplicateKey(namespace: string, index: Index, doc: Doc): CommandError {
  const keyPattern: Doc = {};
  const keyValue: Doc = {};
  for (const { path, parts, direction } of index.fields) {
    const [value] = leavesAt(doc, parts).values;
    keyPattern[path] = direction;
    keyValue[path] = value ?? null;
  }
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${show(value)}`);
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`;
  return new CommandError(11000, 'DuplicateKey', message, { keyPattern, keyValue });
}

function show(value: unknown): string {
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  const text = EJSON.stringify(value, { relaxed: true });
  const objectId = /^\{"\$oid":"([0-9a-f]{24})"\}$/.exec(text)?.[1];
  return objectId === undefined ? text : `ObjectId('${objectId}')`;
}
