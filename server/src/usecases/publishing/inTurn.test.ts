import { expect, it } from 'vitest';
import { inTurn } from './inTurn.ts';

it('runs what has one key one after another, and goes on after a failure', async () => {
  const seen: string[] = [];
  const work = (name: string, fails = false) =>
    inTurn('tenant', async () => {
      seen.push(`${name} in`);
      await Promise.resolve();
      seen.push(`${name} out`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([work('a'), work('b', true), work('c')]);
  expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('lets another key pass', async () => {
  let open: () => void = () => undefined;
  const held = inTurn('one', () => new Promise<void>((resolve) => (open = resolve)));
  await expect(inTurn('two', () => Promise.resolve('done'))).resolves.toBe('done');
  open();
  await held;
});
