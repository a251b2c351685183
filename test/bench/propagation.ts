import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../support/until.ts';
import type { Contestant } from './contestants.ts';
import type { Figure } from './figures.ts';
import { percentile } from './figures.ts';
import { RawEditor } from './rawEditor.ts';

const typers = 10;
const keystrokesPerSecond = 4;

/**
 * From a keystroke's send to its arrival at each other editor of the room, in ms. Up to ten of the editors type, four
 * characters a second each, out of step with one another.
 */
export async function measurePropagation(
  contestant: Contestant,
  editors: number,
  room: number,
  seconds: number,
): Promise<number[]> {
  const sent = new Map<number, { clock: number; at: number }[]>();
  const delays: number[] = [];
  let expected = 0;
  const open: RawEditor[] = [];
  for (let n = 0; n < editors; n += 1) open.push(await join(contestant, room, sent, delays));
  const strokes = seconds * keystrokesPerSecond;
  const hands = open.slice(0, typers).map(async (editor, index) => {
    await pause((index * 1000) / keystrokesPerSecond / typers);
    for (let stroke = 0; stroke < strokes; stroke += 1) {
      const at = performance.now();
      const clock = editor.type();
      sent.set(editor.doc.clientID, [...(sent.get(editor.doc.clientID) ?? []), { clock, at }]);
      expected += editors - 1;
      await pause(1000 / keystrokesPerSecond);
    }
  });
  await Promise.all(hands);
  await until(`all keystrokes of ${contestant.name}`, () => delays.length >= expected, 20_000);
  for (const editor of open) editor.close();
  return delays;
}

async function join(
  contestant: Contestant,
  room: number,
  sent: Map<number, { clock: number; at: number }[]>,
  delays: number[],
): Promise<RawEditor> {
  const seen = new Map<number, number>();
  let own = -1;
  const editor = await RawEditor.open(contestant, room, (clocks) => {
    const now = performance.now();
    for (const [client, to] of clocks) {
      if (client === own) continue;
      const strokes = sent.get(client) ?? [];
      let next = seen.get(client) ?? 0;
      for (let stroke = strokes[next]; stroke !== undefined && stroke.clock <= to; stroke = strokes[next]) {
        delays.push(now - stroke.at);
        next += 1;
      }
      seen.set(client, next);
    }
  });
  own = editor.doc.clientID;
  return editor;
}

export function propagationFigures(contestant: string, editors: number, delays: readonly number[]): Figure[] {
  return [0.5, 0.99].map((share) => ({
    what: `propagation p${share * 100}, ${editors} editors`,
    contestant,
    value: percentile(delays, share),
    unit: 'ms',
  }));
}
