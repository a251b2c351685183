import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { contentOf } from '../contentText.ts';
import { findingMessage } from '../findingMessages.ts';
import { scriptOf, stepOf, to } from '../script.fixture.ts';
import type { Script, Step } from '../schema.ts';
import type { Finding } from '../../version.ts';
import { holdBack } from './holdBack.ts';
import { placeFindings } from './placeFindings.ts';

const published = scriptOf([
  stepOf('a', { choices: to('b') }),
  stepOf('b', { choices: to('e') }),
  stepOf('e'),
]);

function withStep(script: Script, id: string, patch: Partial<Step>): Script {
  return { ...script, steps: script.steps.map((step) => (step.id === id ? { ...step, ...patch } : step)) };
}

/** a → n → b, with n new and held. */
function insertHeld(base: Script): Script {
  const [a, ...rest] = base.steps;
  const steps = a === undefined ? [] : [a, stepOf('n', { hold: true, choices: to('b') }), ...rest];
  return withStep({ ...base, steps }, 'a', { choices: [{ id: 'c1', label: 'bへ', to: 'n', when: null }] });
}

function findingsOf(draft: Script, before: Script | null): Finding[] {
  const outgoing = holdBack(draft, before).script;
  return placeFindings(check(outgoing), { draft, outgoing, published: before }, () => check(draft));
}
const said = (findings: readonly Finding[]) =>
  findings.filter(({ severity }) => severity === 'error').map((each) => findingMessage(each, 'ja'));

describe('holding back', () => {
  it('puts out a held step as it was published, and the others as they stand', () => {
    const draft = withStep({ ...published, title: '改' }, 'a', { say: contentOf('作業中'), hold: true });
    expect(holdBack(draft, published)).toEqual({ script: { ...published, title: '改' }, ways: [] });
  });

  it('leaves a draft without held steps as it is', () => {
    const draft = withStep(published, 'a', { say: contentOf('新しい文') });
    expect(holdBack(draft, published).script).toBe(draft);
  });

  it('takes a held step out of a group that is gone', () => {
    const grouped = withStep({ ...published, groups: [{ id: 'g1', title: '受付' }] }, 'a', { group: 'g1' });
    const draft = withStep({ ...grouped, groups: [] }, 'a', { hold: true });
    expect(holdBack(draft, grouped).script.steps[0]?.group).toBeNull();
  });

  it('leads past a new held step to where the choice was published to lead', () => {
    const { script, ways } = holdBack(insertHeld(published), published);
    expect(script).toEqual(published);
    expect(ways).toEqual([{ heldId: 'n', stepId: 'a', kind: 'choice', label: 'bへ', to: 'b' }]);
    expect(said(findingsOf(insertHeld(published), published))).toEqual([]);
  });

  it('holds a new choice back together with the new step that it leads to', () => {
    const base = { ...published, steps: [...published.steps, stepOf('n', { hold: true, choices: to('e') })] };
    const draft = withStep(base, 'a', {
      choices: [...to('b'), { id: 'c9', label: '新', to: 'n', when: null }],
    });
    const { script, ways } = holdBack(draft, published);
    expect(script).toEqual(published);
    expect(ways).toEqual([{ heldId: 'n', stepId: 'a', kind: 'choice', label: '新', to: null }]);
  });

  it('treats interrupts and the start alike', () => {
    const before = { ...published, interrupts: [{ id: 'i', label: '責任者を', to: 'b' }] };
    const draft: Script = {
      ...insertHeld(before),
      start: 'n',
      interrupts: [
        { id: 'i', label: '責任者を', to: 'n' },
        { id: 'j', label: '新', to: 'n' },
      ],
    };
    const { script } = holdBack(draft, before);
    expect(script.start).toBe('a');
    expect(script.interrupts).toEqual(before.interrupts);
  });

  it('leads on from a held step as the draft does where the published target was deleted', () => {
    const without = { ...published, steps: published.steps.filter(({ id }) => id !== 'b') };
    const draft = withStep(without, 'a', { hold: true, choices: to('e') });
    const { script, ways } = holdBack(draft, published);
    expect(script.steps[0]?.choices).toEqual([{ id: 'c1', label: 'bへ', to: 'e', when: null }]);
    expect(ways).toEqual([{ heldId: 'a', stepId: 'a', kind: 'choice', label: 'bへ', to: 'e' }]);
  });
});

describe('the findings of what goes out', () => {
  it('say of a held step that its published target is gone', () => {
    const without = { ...published, steps: published.steps.filter(({ id }) => id !== 'b') };
    const draft = withStep(without, 'a', { hold: true, choices: [] });
    const [found] = findingsOf(draft, published);
    expect(found).toMatchObject({ code: 'dangling_choice', pointer: '/steps/0' });
    expect(said(findingsOf(draft, published))[0]).toBe(
      '分岐「bへ」の行き先がありません。「題a」は作業中のため、公開中の内容のまま出ます。',
    );
  });

  it('name the new held step that a new step cannot lead to', () => {
    const steps = [
      ...published.steps,
      stepOf('n', { hold: true, choices: to('e') }),
      stepOf('m', { choices: to('n') }),
    ];
    const draft = withStep({ ...published, steps }, 'a', { choices: to('b', 'm') });
    const found = findingsOf(draft, published).filter(({ code }) => code === 'dead_end');
    expect(found).toMatchObject([
      { stepId: 'm', pointer: '/steps/4/choices', held: [{ id: 'n', title: '題n', published: false }] },
    ]);
  });

  it('name the held first step of a script that was never published', () => {
    const draft = withStep(published, 'a', { hold: true });
    const found = findingsOf(draft, null).find(({ code }) => code === 'no_start');
    expect(found?.held).toEqual([{ id: 'a', title: '題a', published: false }]);
    expect(said(findingsOf(draft, null))).toContain(
      '開始ステップがありません。「題a」は作業中のため、公開されません。',
    );
  });

  it('keep quiet about holds where the draft itself has the fault', () => {
    const draft = withStep(insertHeld(published), 'b', { choices: [] });
    const found = findingsOf(draft, published).filter(({ code }) => code === 'dead_end');
    expect(found).toMatchObject([{ stepId: 'b', pointer: '/steps/2/choices' }]);
    expect(found[0]?.held).toBeUndefined();
  });

  it('are those of the check where nothing is held', () => {
    const draft = withStep(published, 'a', { choices: [] });
    expect(findingsOf(draft, published)).toEqual(check(draft));
  });
});
