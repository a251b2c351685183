import type { PatchScript, ScriptSummary } from '@daihon/shared/wire/http';
import { api } from '../../../wire/http.ts';
import { useChange } from './useScripts.ts';

/** One script's share of a change of many. */
export interface Patch {
  script: ScriptSummary;
  change: PatchScript;
}

export interface BulkResult {
  done: number;
  failed: ScriptSummary[];
  problem: unknown;
}

/** So many at a time: quick for a whole selection, and nobody else waits behind it. */
const atOnce = 4;

/** Changes any number of scripts; one that fails does not stop the others. */
export function usePatchScripts() {
  return useChange((patches: readonly Patch[]) =>
    each(patches, ({ script, change }) => api.patch(`/api/scripts/${script.id}`, change)),
  );
}

export function useBinScripts() {
  return useChange((scripts: readonly ScriptSummary[]) =>
    each(
      scripts.map((script) => ({ script })),
      ({ script }) => api.del(`/api/scripts/${script.id}`),
    ),
  );
}

export function useUnbinScripts() {
  return useChange((scripts: readonly Pick<ScriptSummary, 'id'>[]) =>
    Promise.all(scripts.map(({ id }) => api.post(`/api/bin/scripts/${id}/restore`))),
  );
}

async function each<T extends { script: ScriptSummary }>(
  items: readonly T[],
  run: (item: T) => Promise<unknown>,
): Promise<BulkResult> {
  const result: BulkResult = { done: 0, failed: [], problem: null };
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await run(item);
        result.done += 1;
      } catch (problem) {
        result.failed.push(item.script);
        result.problem = problem;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return result;
}
