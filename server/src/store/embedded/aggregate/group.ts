import { Double, Int32 } from 'bson';
import { compare } from '../bson/compare.ts';
import { keyOf } from '../bson/key.ts';
import { add, numberOf, plainOf } from '../bson/number.ts';
import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { CommandError, notSupported } from '../errors.ts';
import { parseExpression } from './expression.ts';
import type { Expression } from './expression.ts';

interface Accumulator {
  take(value: unknown): void;
  result(): unknown;
}

const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $count: count,
};

/** `$group`: one document for each distinct value of `_id`, in the order in which they first appear. */
export function parseGroup(specification: unknown): (docs: Iterable<Doc>) => Iterable<Doc> {
  if (!isDoc(specification) || !('_id' in specification)) {
    throw new CommandError(15955, 'Location15955', 'a group specification must include an _id');
  }
  const id = parseExpression(specification._id);
  const fields = Object.entries(specification)
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => fieldOf(name, value));
  return function* group(docs) {
    const groups = new Map<string, { id: unknown; states: Accumulator[] }>();
    for (const doc of docs) {
      const value = id(doc) ?? null;
      const key = keyOf(value).toString('latin1');
      let found = groups.get(key);
      if (!found) groups.set(key, (found = { id: value, states: fields.map(({ make }) => make()) }));
      for (const [i, field] of fields.entries()) found.states[i]?.take(field.value(doc));
    }
    for (const { id: value, states } of groups.values()) {
      yield {
        _id: value,
        ...Object.fromEntries(fields.map(({ name }, i) => [name, states[i]?.result() ?? null])),
      };
    }
  };
}

function fieldOf(
  name: string,
  specification: unknown,
): { name: string; make: () => Accumulator; value: Expression } {
  const [operator, ...others] = isDoc(specification) ? Object.keys(specification) : [];
  if (!isDoc(specification) || operator === undefined || others.length > 0) {
    throw new CommandError(40234, 'Location40234', `The field '${name}' must be an accumulator object`);
  }
  const make = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!make) throw notSupported(`the group accumulator ${operator}`);
  return { name, make, value: parseExpression(specification[operator]) };
}

function sum(): Accumulator {
  let total: unknown = new Int32(0);
  return {
    take: (value) => {
      if (plainOf(value) === undefined) return;
      const next = add(total, value);
      if (next === undefined) throw notSupported('$sum beyond 64 bits or of Decimal128');
      total = next;
    },
    result: () => total,
  };
}

function average(): Accumulator {
  let total = 0;
  let number = 0;
  return {
    take: (value) => {
      const each = numberOf(value);
      if (each === undefined) return;
      total += each;
      number += 1;
    },
    result: () => (number === 0 ? null : new Double(total / number)),
  };
}

function extreme(direction: 1 | -1): Accumulator {
  let best: unknown;
  return {
    take: (value) => {
      if (value === undefined || value === null) return;
      if (best === undefined || compare(value, best) * direction > 0) best = value;
    },
    result: () => best ?? null,
  };
}

function first(): Accumulator {
  let taken = false;
  let value: unknown;
  return {
    take: (each) => {
      if (!taken) value = each;
      taken = true;
    },
    result: () => value ?? null,
  };
}

function last(): Accumulator {
  let value: unknown;
  return { take: (each) => (value = each), result: () => value ?? null };
}

function push(): Accumulator {
  const values: unknown[] = [];
  return { take: (each) => each !== undefined && values.push(each), result: () => values };
}

function addToSet(): Accumulator {
  const values = new Map<string, unknown>();
  return {
    take: (each) => {
      if (each === undefined) return;
      const key = keyOf(each).toString('latin1');
      if (!values.has(key)) values.set(key, each);
    },
    result: () => [...values.values()],
  };
}

function count(): Accumulator {
  let number = 0;
  return { take: () => (number += 1), result: () => new Int32(number) };
}
