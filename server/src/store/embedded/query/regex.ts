import { BSONRegExp } from 'bson';
import { equal } from '../bson/compare.ts';
import { tagged } from '../bson/value.ts';
import { badValue, notSupported } from '../errors.ts';

export function isRegex(value: unknown): boolean {
  return value instanceof RegExp || tagged(value)?._bsontype === 'BSONRegExp';
}

/** A test for strings (and for arrays of them); a stored regular expression matches itself. */
export function regexTest(operand: unknown, options?: unknown): (value: unknown) => boolean {
  const source = sourceOf(operand, options);
  const regex = compileRegex(source.pattern, source.options);
  const test = (value: unknown): boolean =>
    typeof value === 'string'
      ? regex.test(value)
      : isRegex(value) && isRegex(operand) && equal(value, operand);
  return (value) => test(value) || (Array.isArray(value) && value.some(test));
}

/** The text every match of the expression begins with, for an index range; undefined when there is none. */
export function literalPrefix(operand: unknown): string | undefined {
  if (!isRegex(operand) && typeof operand !== 'string') return undefined;
  const { pattern, options } = sourceOf(operand, undefined);
  if (options !== '' || !pattern.startsWith('^') || pattern.includes('|')) return undefined;
  const literal = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^\w\s])*)/.exec(pattern)?.[1] ?? '';
  const rest = pattern.slice(1 + literal.length);
  // A quantifier makes the last character optional: it no longer belongs to the prefix.
  const sure = /^[*?{]/.test(rest) ? literal.replace(/\\?.$/su, '') : literal;
  return sure === '' ? undefined : sure.replace(/\\(.)/gsu, '$1');
}

/** The expression with its `$options` joined to it, so that who reads the condition sees both. */
export function withOptions(operand: unknown, options: unknown): unknown {
  if (options === undefined) return operand;
  const source = sourceOf(operand, options);
  return new BSONRegExp(source.pattern, source.options);
}

function sourceOf(operand: unknown, options: unknown): { pattern: string; options: string } {
  const extra = typeof options === 'string' ? options : undefined;
  if (typeof operand === 'string') return { pattern: operand, options: extra ?? '' };
  if (operand instanceof RegExp) return { pattern: operand.source, options: extra ?? operand.flags };
  const tag = tagged(operand);
  if (tag?._bsontype === 'BSONRegExp') return { pattern: tag.pattern, options: extra ?? tag.options };
  throw badValue('$regex has to be a string');
}

function compileRegex(pattern: string, options: string): RegExp {
  const unknown = /[^imsu]/.exec(options)?.[0];
  if (unknown !== undefined) throw notSupported(`the regular expression option ${unknown}`);
  const flags = options.replaceAll('u', '');
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    // Escapes that Unicode mode refuses, such as \- outside a class, mean the character itself.
  }
  try {
    return new RegExp(pattern, flags);
  } catch {
    throw badValue(`Regular expression is invalid: ${pattern}`);
  }
}
