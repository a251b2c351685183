import { describe, expect, it } from 'vitest';
import { textOf } from '../contentText.ts';
import { clipText } from './clipText.ts';
import { StepsClip } from './readClip.ts';
import { paragraphsOfText, plainSteps } from './plainSteps.ts';

describe('text from elsewhere', () => {
  it('is parted at empty lines where there are any, else at each line', () => {
    expect(paragraphsOfText('一行目\r\n二行目\n\n 三行目 \n')).toEqual(['一行目\n二行目', '三行目']);
    expect(paragraphsOfText('一行目\n二行目\n')).toEqual(['一行目', '二行目']);
    expect(paragraphsOfText('  \n')).toEqual([]);
  });

  it('becomes talk steps, one for each paragraph, that lead from one to the next', () => {
    const clip = plainSteps(
      ['お電話ありがとうございます。さくら通販でございます。', 'ご用件を承ります。'],
      '次へ',
    );
    expect(StepsClip.safeParse(clip).success).toBe(true);
    expect(clip.steps.map(({ title }) => title)).toEqual(['お電話ありがとうございます', 'ご用件を承ります']);
    expect(clip.steps[0]?.choices[0]).toMatchObject({ label: '次へ', to: clip.steps[1]?.id });
    expect(clip.steps[1] === undefined ? '' : textOf(clip.steps[1].say)).toBe('ご用件を承ります。');
  });

  it('is what people read when steps are pasted elsewhere', () => {
    const clip = plainSteps(['ご本人様でしょうか。', 'ありがとうございます。'], 'はい');
    const words = {
      untitled: '（無題）',
      roles: { say: '読む', do: 'する', caution: '注意' },
      choice: (label: string, target: string | null) => `${label} → ${target ?? '行き先なし'}`,
    };
    expect(clipText(clip, words)).toBe(
      '■ ご本人様でしょうか\nご本人様でしょうか。\n・はい → ありがとうございます\n\n■ ありがとうございます\nありがとうございます。',
    );
  });
});
