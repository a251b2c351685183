/** Words of the expression language's grammar: in a key they cannot be read as a name, not even after a dot. */
const words = new Set(['in', 'true', 'false', 'null']);

/**
 * Names that mean something else in an expression: types and their namespaces, words kept for later, and the functions that
 * are called like a key. `type == "gold"` would compare a type.
 */
const names = new Set([
  ...words,
  ...['type', 'null_type', 'int', 'uint', 'double', 'bool', 'string', 'bytes', 'list', 'map', 'dyn'],
  ...['google', 'optional', 'optional_type', 'cel'],
  ...['as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop'],
  ...['package', 'namespace', 'return', 'var', 'void', 'while', 'prototype'],
  ...['size', 'has', 'duration', 'timestamp'],
]);

/** Whether a key cannot be asked for in conditions because CEL takes (part of) it for something of its own. */
export function isReservedKey(key: string): boolean {
  const [first = '', ...rest] = key.split('.');
  return names.has(first) || rest.some((part) => words.has(part));
}
