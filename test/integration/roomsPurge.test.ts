import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { activityOf, openEditor, startRooms } from '../support/rooms.ts';
import { until } from '../support/until.ts';

const dayMs = 86_400_000;

it('takes out for good, at a merging, what has been in a draft’s bin for thirty days, as nobody’s change', async () => {
  const server = await startRooms({ edge: { pace: { edits: 5, restMs: 60_000, leastMs: 0 } } });
  const anna = openEditor(server.url, 'anna');
  await anna.synced;
  const steps = anna.doc.getMap('steps');
  const binnedFor = (days: number) => ({ by: 'anna', at: new Date(Date.now() - days * dayMs).toISOString() });
  steps.set('old', new Y.Map<unknown>([['binned', binnedFor(31)]]));
  steps.set('young', new Y.Map<unknown>([['binned', binnedFor(29)]]));
  for (let index = 0; index < 5; index += 1) anna.doc.getMap('meta').set('title', `題${index}`);
  await until('the old one is gone for the editor too', () => !steps.has('old'));
  expect(steps.has('young')).toBe(true);
  const { authors } = await activityOf(server.edge);
  expect(authors.map(({ accountId }) => accountId)).toEqual(['anna']);
  expect(server.rows.find(({ detail }) => detail.part === 'purge')).toMatchObject({
    action: 'update',
    actor: { id: null, loginId: 'system' },
    detail: { steps: ['old'] },
  });
  anna.destroy();
  await server.close();
});
