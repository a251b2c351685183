import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';

export function partsOf(path: string): string[] {
  return path.split('.');
}

/** An own field of the document, never one of Object.prototype. */
export function fieldOf(doc: Doc, name: string): unknown {
  return Object.hasOwn(doc, name) ? doc[name] : undefined;
}

/** The array position a path part can mean, or undefined. */
export function positionOf(part: string | undefined): number | undefined {
  return part !== undefined && /^(0|[1-9]\d*)$/.test(part) ? Number(part) : undefined;
}

/**
 * Whether any value that the path leads to passes the test. Arrays on the way are entered, both by position and
 * element by element; an array at the end is given whole. A missing value is tested as undefined.
 */
export function anyAt(
  node: unknown,
  parts: readonly string[],
  test: (value: unknown) => boolean,
  from = 0,
): boolean {
  const part = parts[from];
  if (part === undefined) return test(node);
  if (Array.isArray(node)) {
    const position = positionOf(part);
    if (position !== undefined && position < node.length && anyAt(node[position], parts, test, from + 1))
      return true;
    return node.some((element) => isDoc(element) && anyAt(fieldOf(element, part), parts, test, from + 1));
  }
  if (isDoc(node)) return anyAt(fieldOf(node, part), parts, test, from + 1);
  return test(undefined);
}

/** All values that the path leads to, arrays at the end opened: what an index stores and a sort looks at. */
export function leavesAt(
  doc: unknown,
  parts: readonly string[],
): { values: unknown[]; throughArray: boolean } {
  const values: unknown[] = [];
  let throughArray = false;
  const walk = (node: unknown, from: number): void => {
    const part = parts[from];
    if (Array.isArray(node)) {
      throughArray = true;
      if (part === undefined) {
        values.push(...(node as unknown[]));
        return;
      }
      const position = positionOf(part);
      if (position !== undefined && position < node.length) walk(node[position], from + 1);
      for (const element of node) if (isDoc(element)) walk(fieldOf(element, part), from + 1);
      return;
    }
    if (part === undefined) {
      values.push(node);
      return;
    }
    if (isDoc(node)) walk(fieldOf(node, part), from + 1);
    else values.push(undefined);
  };
  walk(doc, 0);
  return { values: values.length > 0 ? values : [undefined], throughArray };
}
