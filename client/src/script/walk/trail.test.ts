import { describe, expect, it } from 'vitest';
import { fieldOf, scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import { back, choose, setField, setPlaceholder, startWalk, tickGate } from '@daihon/shared/script/walk';
import { nextStepOf } from './nextStep.ts';
import { reasonsOf, trailOf } from './trail.ts';

const at = '2026-11-24T10:00:00Z';
const script = scriptOf([
  stepOf('s1', { choices: to('s2') }),
  stepOf('s2', { fields: [fieldOf('reason')], choices: to('k') }),
  stepOf('k', { kind: 'condition', choices: to(['s3', 'reason == "fee"'], 's4') }),
  stepOf('s3', {
    fields: [fieldOf('purchase')],
    choices: to(['s4', 'purchase == "a"'], 'e5'),
    gates: [{ id: 'g1', label: '読んだ' }],
  }),
  stepOf('s4'),
  stepOf('e5'),
]);
const start = () => startWalk({ scriptId: 'x', version: 1, script }, { at });
const atFee = () => choose(setField(choose(start(), 'c1', at), 'reason', 'fee'), 'c1', at);

describe('the trail', () => {
  it('names the steps with the answers that led on, without the conditions passed', () => {
    expect(trailOf(atFee()).map(({ title, answer, current }) => [title, answer, current])).toEqual([
      ['題s1', 's2へ', false],
      ['題s2', 'kへ', false],
      ['題s3', '', true],
    ]);
  });

  it('shows titles and answers filled in, never as braces', () => {
    const placeholders = [
      { key: 'name', label: 'お客様名', type: 'text' as const, example: '', fallback: '' },
    ];
    const named = scriptOf(
      [
        stepOf('s1', {
          title: '{{name}}の確認',
          choices: [{ id: 'c1', label: '{{name}}ご本人', to: 'e1', when: null }],
        }),
        stepOf('e1'),
      ],
      { placeholders },
    );
    const walk = choose(startWalk({ scriptId: 'x', version: 1, script: named }, { at }), 'c1', at);
    expect(trailOf(walk)[0]).toMatchObject({ title: '〔お客様名〕の確認', answer: '〔お客様名〕ご本人' });
    const known = setPlaceholder(walk, 'name', '佐藤様');
    expect(trailOf(known)[0]).toMatchObject({ title: '佐藤様の確認', answer: '佐藤様ご本人' });
  });

  it('gives the reason of a condition, and only right after it', () => {
    expect(reasonsOf(atFee())).toEqual([{ title: '題k', answer: 's3へ', reason: '項目reason = fee' }]);
    expect(reasonsOf(back(atFee(), at))).toEqual([]);
  });
});

describe('Enter', () => {
  it('ticks first, and never takes an answer while another waits for a field of the step', () => {
    const walk = atFee();
    expect(nextStepOf(walk)).toEqual({ kind: 'tick', gateId: 'g1' });
    expect(nextStepOf(tickGate(walk, 'g1', at))).toEqual({ kind: 'none' });
  });

  it('takes the only way on', () => {
    expect(nextStepOf(start())).toEqual({ kind: 'choose', choiceId: 'c1' });
  });
});
