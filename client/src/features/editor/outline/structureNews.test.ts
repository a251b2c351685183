import { scriptOf, stepOf } from '@daihon/shared/script/script.fixture';
import { expect, it } from 'vitest';
import { structureChanges } from './structureNews.ts';

it('tells steps and groups that came, went, were renamed or moved, and no texts', () => {
  const before = scriptOf([stepOf('s1'), stepOf('s2'), stepOf('s3')], {
    groups: [{ id: 'g', title: '受付' }],
  });
  const after = {
    ...before,
    groups: [{ id: 'h', title: '注文' }],
    steps: [stepOf('s1', { say: '変わりました。' }), stepOf('s2', { title: '新しい名前' }), stepOf('s4')],
  };
  expect(structureChanges(before, after)).toEqual([
    { kind: 'renamed', id: 's2', title: '新しい名前' },
    { kind: 'added', id: 's4', title: '題s4' },
    { kind: 'removed', id: 's3', title: '題s3' },
    { kind: 'groupAdded', id: 'h', title: '注文' },
    { kind: 'groupRemoved', id: 'g', title: '受付' },
  ]);
  expect(structureChanges(before, before)).toEqual([]);
});
