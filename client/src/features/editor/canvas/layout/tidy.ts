import type { Script } from '@daihon/shared/script/schema';
import { stepSize } from '../../ui/stepSize.ts';
import { boxAround } from '../model/boxes.ts';
import type { LayoutAnswer, LayoutAsk } from './arrange.ts';

/** What is to be laid out: all steps, or the chosen ones, of whose groups only complete ones stay together. */
export function layoutAsk({ steps }: Pick<Script, 'steps'>, chosen: ReadonlySet<string> | null): LayoutAsk {
  const nodes = steps.filter(({ id }) => chosen === null || chosen.has(id));
  const parted = new Set(
    steps.flatMap(({ id, group }) => (chosen !== null && !chosen.has(id) ? (group ?? []) : [])),
  );
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    nodes: nodes.map((step) => ({
      id: step.id,
      ...stepSize(step),
      group: step.group !== null && !parted.has(step.group) ? step.group : null,
    })),
    edges: nodes.flatMap(({ id, choices }) =>
      choices.flatMap(({ to }) => (to === null || !ids.has(to) ? [] : [{ from: id, to }])),
    ),
  };
}

/** Places for steps, computed apart from the page so that it stays quick with hundreds of them. */
export async function tidy(
  script: Pick<Script, 'steps'>,
  chosen: ReadonlySet<string> | null,
): Promise<LayoutAnswer> {
  const answer = await arrangeApart(layoutAsk(script, chosen));
  // A selection stays where it is, its left upper corner kept.
  const ids = new Set(answer.map(([id]) => id));
  const before = boxAround(
    script.steps
      .filter(({ id }) => ids.has(id))
      .map(({ position }) => ({ ...position, width: 0, height: 0 })),
  );
  if (chosen === null || before === null) return answer;
  return answer.map(([id, { x, y }]) => [id, { x: x + before.x, y: y + before.y }]);
}

function arrangeApart(ask: LayoutAsk): Promise<LayoutAnswer> {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message));
    };
    worker.postMessage(ask);
  });
}
