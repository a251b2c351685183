import type { Script, Step } from '@daihon/shared/script/schema';
import type { LayoutAsk, LayoutAnswer } from './layout.worker.ts';

type Size = { width?: number | undefined; height?: number | undefined } | undefined;

/** Places for all steps, computed apart from the page so that it stays quick with hundreds of them. */
export function tidy(script: Script, sizeOf: (id: string) => Size): Promise<[string, Step['position']][]> {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  const ask: LayoutAsk = {
    nodes: script.steps.map(({ id, choices }) => ({
      id,
      width: sizeOf(id)?.width ?? 240,
      height: sizeOf(id)?.height ?? 90 + 26 * choices.length,
    })),
    edges: script.steps.flatMap(({ id, choices }) =>
      choices.flatMap(({ to }) => (to === null ? [] : [{ from: id, to }])),
    ),
  };
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
