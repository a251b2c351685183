import { expect, it } from 'vitest';
import { ApiProblem } from '../../../wire/http.ts';
import { verdictOf } from '../save/callWire.ts';
import { eventually } from './eventually.ts';

const problem = (status: number) => new ApiProblem({ status, code: 'x', detail: '' });
const settle = () => new Promise((resolve) => setImmediate(resolve));

function setUp(answers: (string | ApiProblem)[]) {
  const taken: string[] = [];
  const waits: number[] = [];
  let due: (() => void) | null = null;
  let asked = 0;
  const ask = () => {
    const answer = answers[asked] ?? 'unexpected';
    asked += 1;
    return typeof answer === 'string' ? Promise.resolve(answer) : Promise.reject(answer);
  };
  const attempts = eventually(ask, (answer) => taken.push(answer), {
    verdictOf,
    later: (work, ms) => {
      waits.push(ms);
      due = work;
      return () => (due = null);
    },
  });
  const wait = async () => {
    due?.();
    await settle();
  };
  return { attempts, taken, waits, wait, asked: () => asked, waiting: () => due !== null };
}

it('asks again, each time later, until there is an answer, and takes that once', async () => {
  const { taken, waits, wait, asked } = setUp([problem(0), problem(503), problem(429), 'v2']);
  await settle();
  for (let n = 0; n < 3; n += 1) await wait();
  expect(taken).toEqual(['v2']);
  expect(waits).toEqual([1_000, 2_000, 4_000]);
  expect(asked()).toBe(4);
});

it('tries at once when the line is back', async () => {
  const { attempts, taken, asked } = setUp([problem(0), 'v2']);
  await settle();
  attempts.poke();
  await settle();
  expect(taken).toEqual(['v2']);
  attempts.poke();
  await settle();
  expect(asked()).toBe(2);
});

it('gives up what there will never be, and what nobody waits for any more', async () => {
  const gone = setUp([problem(404)]);
  await settle();
  expect(gone.waiting()).toBe(false);
  const left = setUp([problem(0), 'v2']);
  await settle();
  left.attempts.stop();
  left.attempts.poke();
  await settle();
  expect(left.taken).toEqual([]);
  expect(left.asked()).toBe(1);
});
