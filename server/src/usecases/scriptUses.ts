import type { ScriptUse } from '@daihon/shared/wire/library';
import type { IndexedCall, IndexedScript } from './scriptIndex.ts';

/** The scripts that call `scriptId`, in their draft or their current version, by title. */
export function usesOf(index: ReadonlyMap<string, IndexedScript>, scriptId: string): ScriptUse[] {
  return [...index.values()]
    .flatMap((entry) => {
      const steps = (calls: readonly IndexedCall[]) =>
        calls
          .filter((call) => call.scriptId === scriptId)
          .map(({ stepId }) => ({ stepId, title: entry.stepTitles.get(stepId) ?? '' }));
      const draft = steps(entry.draft.calls);
      const published = steps(entry.published.calls);
      if (draft.length === 0 && published.length === 0) return [];
      const { id, state } = entry.script;
      return [{ scriptId: id, title: entry.title, state, draft, published }];
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'ja'));
}
