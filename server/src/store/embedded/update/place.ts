import { EJSON } from 'bson';
import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { fieldOf, positionOf } from '../query/path.ts';

/** Reads, writes and removes one value at a path without wildcards. Array positions are path parts. */
export function readAt(root: Doc, parts: readonly string[]): unknown {
  let node: unknown = root;
  for (const part of parts) {
    if (Array.isArray(node)) {
      const position = positionOf(part);
      node = position === undefined ? undefined : (node as unknown[])[position];
    } else node = isDoc(node) ? fieldOf(node, part) : undefined;
  }
  return node;
}

const mostNewElements = 1_500_000;

export function writeAt(root: Doc, parts: readonly string[], value: unknown): void {
  let node: Doc | unknown[] = root;
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1;
    const child: unknown = last ? value : childOf(node, part);
    const next = last || child === undefined ? (last ? value : {}) : child;
    if (!last && !isDoc(next) && !Array.isArray(next)) throw notViable(parts[i + 1] ?? '', part, next);
    if (last || child === undefined) put(node, part, next, parts);
    if (!last) node = next as Doc | unknown[];
  }
}

export function removeAt(root: Doc, parts: readonly string[]): void {
  const parent = readAt(root, parts.slice(0, -1));
  const part = parts.at(-1) ?? '';
  if (Array.isArray(parent)) {
    const position = positionOf(part);
    if (position !== undefined && position < parent.length) parent[position] = null;
  } else if (isDoc(parent)) Reflect.deleteProperty(parent, part);
}

function childOf(node: Doc | unknown[], part: string): unknown {
  if (!Array.isArray(node)) return fieldOf(node, part);
  const position = positionOf(part);
  return position === undefined ? undefined : node[position];
}

function put(node: Doc | unknown[], part: string, value: unknown, parts: readonly string[]): void {
  if (!Array.isArray(node)) {
    // Not by assignment: a field called __proto__ is a field like any other.
    Object.defineProperty(node, part, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  const position = positionOf(part);
  if (position === undefined) throw notViable(part, parts[parts.indexOf(part) - 1] ?? '', node);
  if (position - node.length > mostNewElements)
    throw new CommandError(2, 'BadValue', `can't backfill more than ${mostNewElements} elements`);
  while (node.length < position) node.push(null);
  node[position] = value;
}

function notViable(part: string, parent: string, value: unknown): CommandError {
  const shown = EJSON.stringify({ [parent]: value }, { relaxed: true }).slice(0, 200);
  return new CommandError(28, 'PathNotViable', `Cannot create field '${part}' in element ${shown}`);
}
