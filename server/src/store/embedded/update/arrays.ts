import { compare, equal } from '../bson/compare.ts';
import { numberOf } from '../bson/number.ts';
import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { badValue, notSupported } from '../errors.ts';
import { isOperators, matches, parseFilter } from '../query/filter.ts';
import { parseSort, sortBy } from '../query/sort.ts';
import { isRegex } from '../query/regex.ts';
import { arrayAt, eachOf } from './operators.ts';

/** `$push` with its modifiers, in the order MongoDB applies them: insert at, sort, cut. */
export function push(current: unknown, operand: unknown, path: string): unknown {
  const result = [...arrayAt(current, path, '$push')];
  const modifiers = isDoc(operand) && '$each' in operand ? operand : {};
  for (const name of Object.keys(modifiers)) {
    if (!['$each', '$slice', '$sort', '$position'].includes(name))
      throw badValue(`Unrecognized clause in $push: ${name}`);
  }
  const position = numberOf(modifiers.$position) ?? result.length;
  const at = position < 0 ? Math.max(result.length + position, 0) : Math.min(position, result.length);
  result.splice(at, 0, ...eachOf(operand));
  const sorted = modifiers.$sort === undefined ? result : sortElements(result, modifiers.$sort);
  const slice = numberOf(modifiers.$slice);
  if (slice === undefined) return sorted;
  return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
}

function sortElements(elements: unknown[], sort: unknown): unknown[] {
  const direction = numberOf(sort);
  if (direction !== undefined) {
    if (direction !== 1 && direction !== -1) throw badValue('The $sort element value must be either 1 or -1');
    return elements.sort((a, b) => compare(a, b) * direction);
  }
  const nothing: Doc = {};
  return sortBy(elements, parseSort(sort), (element) => (isDoc(element) ? element : nothing));
}

/** `$pull`: elements equal to the value, or those that meet the condition. */
export function pull(current: unknown, operand: unknown, path: string): unknown {
  if (current === undefined) return undefined;
  const array = arrayAt(current, path, '$pull');
  const test = pullTest(operand);
  const result = array.filter((element) => !test(element));
  return result.length === array.length ? current : result;
}

function pullTest(operand: unknown): (element: unknown) => boolean {
  if (isOperators(operand) || isRegex(operand)) {
    if (isDoc(operand) && Object.keys(operand).some((name) => ['$and', '$or', '$nor'].includes(name))) {
      throw notSupported('$pull with $and, $or or $nor');
    }
    const filter = parseFilter({ value: operand });
    return (element) => matches(filter, { value: element });
  }
  if (!isDoc(operand)) return (element) => equal(element, operand);
  const filter = parseFilter(operand);
  return (element) => isDoc(element) && matches(filter, element);
}
