import { describe, expect, it } from 'vitest';
import { celEnvironment } from './celEnvironment.ts';
import { compileCondition, holds } from './conditions.ts';
import { isReservedKey } from './reservedKeys.ts';

/** Whether a condition that asks for the key gets the key's value. */
function canBeAskedFor(key: string): boolean {
  const condition = `${key} == "x"`;
  const compiled = compileCondition(condition);
  return (
    compiled.ok &&
    compiled.keys.includes(key) &&
    holds(condition, { [key]: 'x' }) &&
    !holds(condition, { [key]: 'y' })
  );
}

const { variables, functions } = celEnvironment.getDefinitions();
const candidates = [
  ...variables.map(({ name }) => name),
  ...functions.map(({ name }) => name),
  ...['in', 'true', 'false', 'null', 'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if'],
  ...['import', 'let', 'loop', 'package', 'namespace', 'return', 'var', 'void', 'while', 'prototype', 'dyn'],
];

describe('keys that expressions take for something else', () => {
  it('are all those that a condition could not ask for', () => {
    const all = candidates.flatMap((name) => [name, `${name}.part`, `customer.${name}`]);
    expect(all.filter((key) => !canBeAskedFor(key) && !isReservedKey(key))).toEqual([]);
  });

  it.each(['type', 'int', 'size', 'has', 'duration', 'timestamp', 'type.name', 'customer.in'])(
    'has %s',
    (key) => {
      expect(isReservedKey(key)).toBe(true);
    },
  );

  it.each(['customer.type', 'types', 'plan', 'customer.size', 'order.duration'])('leaves %s alone', (key) => {
    expect(isReservedKey(key)).toBe(false);
    expect(canBeAskedFor(key)).toBe(true);
  });
});
