import { describe, expect, it } from 'vitest';
import type { StepDiff } from '@daihon/shared/version';
import { countChanges, invert, sideOf } from './changes.ts';

const changed: StepDiff = {
  id: 's1',
  change: 'changed',
  title: '名乗り',
  parts: [
    {
      part: 'say',
      ops: [
        ['=', 'お電話'],
        ['+', 'いただき'],
        ['=', 'ありがとうございます。'],
        ['-', 'でしょうか'],
        ['+', 'ですか'],
      ],
    },
  ],
};
const added: StepDiff = { id: 's2', change: 'added', title: '本人確認', parts: [] };

describe('changes between versions', () => {
  it('are counted by kind', () => {
    expect(countChanges([changed, added])).toEqual({ added: 1, removed: 0, changed: 1, moved: 0 });
  });
  it('read the other way round when restoring, the old words still first', () => {
    const [step, gone] = invert([changed, added]);
    expect(gone?.change).toBe('removed');
    expect(step?.parts[0]?.ops).toEqual([
      ['=', 'お電話'],
      ['-', 'いただき'],
      ['=', 'ありがとうございます。'],
      ['-', 'ですか'],
      ['+', 'でしょうか'],
    ]);
  });
  it('show on each side only what was there', () => {
    const ops = changed.parts[0]?.ops ?? [];
    expect(sideOf(ops, '-').map(([, text]) => text)).toEqual([
      'お電話',
      'ありがとうございます。',
      'でしょうか',
    ]);
    expect(
      sideOf(ops, '+')
        .map(([, text]) => text)
        .join(''),
    ).toBe('お電話いただきありがとうございます。ですか');
  });
});
