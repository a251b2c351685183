import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** What takes longest, longest first: begun last, such a file would leave the other worker without work at the end. */
const longest = [
  'fault/editors-kill',
  'fault/accept-kill',
  'fault/publish-kill',
  'integration/coreStart',
  'integration/cli',
  'e2e/comments',
  'e2e/screens',
  'e2e/editor-unsent',
  'e2e/rules',
  'e2e/suggestions',
  'e2e/agent-call',
  'e2e/editor-undo',
  'e2e/shift',
  'e2e/trial',
  'e2e/exchange',
  'e2e/library',
];

/** Files known to be long come first, all others in the usual order. No file depends on its place. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return place === -1 ? longest.length : place;
}
