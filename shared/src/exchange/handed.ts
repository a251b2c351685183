import type { Jump } from '../script/schema.ts';
import { valueOfMark } from './words.ts';

/** What a call hands in and takes back, a line each: `渡す name = customer.name`. */
export function readHanded(lines: readonly string[]): Pick<Jump, 'inputs' | 'outputs'> {
  const handed = lines.flatMap((line) => {
    const found = valueOfMark(line, ['give', 'take']);
    const pair = /^([^\s=]*)\s*=\s?(.*)$/su.exec(found?.value ?? '');
    if (found === null || pair === null) return [];
    return [{ mark: found.mark, key: (pair[1] ?? '').slice(0, 64), value: pair[2] ?? '' }];
  });
  const inputs = handed
    .filter(({ mark }) => mark === 'give')
    .map(({ key, value }) => ({ key, from: value.slice(0, 2_000) }));
  const outputs = handed
    .filter(({ mark }) => mark === 'take')
    .map(({ key, value }) => ({ key, to: value.slice(0, 64) }));
  return {
    ...(inputs.length === 0 ? {} : { inputs: inputs.slice(0, 50) }),
    ...(outputs.length === 0 ? {} : { outputs: outputs.slice(0, 50) }),
  };
}
