import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PathEntry } from '../../call.ts';
import { scriptOf, stepOf, to } from '../script.fixture.ts';
import { back, choose, enterCalled, goTo, interrupt, leaveCalled } from '../walk.ts';
import { returnFromInterrupt, startWalk, tickGate, untickGate } from '../walk.ts';
import { gatesOf } from './offer.ts';
import { currentStep } from './state.ts';
import type { Walk, WalkScript } from './state.ts';
import { moveToVersion } from './version.ts';
import { verifyPath } from './verifyPath.ts';

const at = '2026-11-24T10:00:00+09:00';
const script = scriptOf(
  [
    stepOf('a', { choices: to('g', 'j') }),
    stepOf('g', { gates: [{ id: 'k1', label: '重要事項' }], choices: to('k') }),
    stepOf('k', { kind: 'condition', choices: to(['c', 'vip == "はい"'], 'd') }),
    stepOf('c', { choices: to('d') }),
    stepOf('d', { choices: to('e1') }),
    stepOf('e1'),
    stepOf('j', { kind: 'jump', jump: { scriptId: 'part' }, choices: to('d') }),
    stepOf('x', { choices: to('c', 'e1') }),
  ],
  { interrupts: [{ id: 'i1', label: '責任者', to: 'x' }] },
);
const part: WalkScript = {
  scriptId: 'part',
  version: 4,
  script: scriptOf([stepOf('p', { mustRead: true, choices: to('e9') }), stepOf('e9')]),
};
const root: WalkScript = { scriptId: 'main', version: 1, script };
const verify = (path: readonly PathEntry[], undone: Walk['undone'] = [], versions = [root, part]) =>
  verifyPath({ path, undone, rootId: 'main', versions });
const entry = (stepId: string, patch: Partial<PathEntry> = {}): PathEntry => ({
  stepId,
  choiceId: null,
  at,
  ...patch,
});

describe('a path', () => {
  it('that a call can have walked fits, over conditions, parts, side topics and new versions', () => {
    let walk = choose(startWalk(root, { at }), 'c1', at);
    walk = returnFromInterrupt(interrupt(walk, 'i1', at), at);
    walk = choose(tickGate(walk, 'k1', at), 'c1', at);
    walk = back(back(walk, at), at);
    walk = enterCalled(choose(walk, 'c2', at), part, at);
    walk = returnFromInterrupt(interrupt(walk, 'i1', at), at);
    walk = leaveCalled(choose(tickGate(walk, 'read', at), 'c1', at), at);
    const steps = script.steps.filter(({ id }) => id !== 'g');
    const next = { ...root, version: 2, script: { ...script, steps } };
    walk = choose(moveToVersion(walk, next, 'silent', at), 'c1', at);
    expect(verify(walk.path, walk.undone, [root, next, part])).toBeNull();
    expect(verify([])).toBeNull();
  });

  it('with a step that no version has, or to which nothing leads, does not', () => {
    expect(verify([entry('a'), entry('nowhere')])).toEqual({
      index: 1,
      stepId: 'nowhere',
      why: 'unknown_step',
    });
    expect(verify([entry('d')])).toMatchObject({ why: 'unknown_way' });
    expect(verify([entry('a', { choiceId: 'c1' }), entry('d')])).toMatchObject({ why: 'unknown_way' });
    expect(verify([entry('a'), entry('p', { scriptId: 'part', via: 'jump' })])).toMatchObject({ index: 1 });
    expect(verify([entry('a'), entry('c', { via: 'interrupt' })])).toMatchObject({ why: 'unknown_way' });
    expect(verify([entry('a'), entry('g', { via: 'return' })])).toMatchObject({ why: 'unknown_way' });
  });

  it('past a gate that was not ticked does not, whichever way it went', () => {
    const toGate = [entry('a', { choiceId: 'c1' }), entry('g')];
    const left = [entry('a', { choiceId: 'c1' }), entry('g', { choiceId: 'c1' })];
    expect(verify([...left, entry('k', { reason: '他' })])).toEqual({ index: 2, stepId: 'k', why: 'gate' });
    expect(verify([...toGate, entry('c', { via: 'search' })])).toMatchObject({ index: 2, why: 'gate' });
    expect(verify([entry('a'), entry('c', { via: 'back' })])).toMatchObject({ index: 1, why: 'gate' });
    const aside = [...toGate, entry('x', { via: 'interrupt', choiceId: 'c1' })];
    expect(verify([...aside, entry('c')])).toMatchObject({ index: 3, why: 'gate' });
    expect(verify([...toGate, entry('x', { via: 'interrupt', choiceId: 'c2' }), entry('e1')])).toBeNull();
  });
});

it('fits whatever the moves of a call make', () => {
  const ids = [...script.steps.map(({ id }) => id), 'c1', 'c2'];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.constantFrom(...ids)), { maxLength: 40 }), (moves) => {
      let walk = startWalk(root, { at });
      for (const [what, id] of moves) {
        const step = currentStep(walk);
        const gate = step === null ? undefined : gatesOf(step)[0];
        const next = [
          () => choose(walk, id, at),
          () => choose(walk, 'c1', at),
          () => back(walk, at),
          () => goTo(walk, id, at),
          () => interrupt(walk, 'i1', at),
          () => returnFromInterrupt(walk, at),
          () => (gate === undefined ? walk : tickGate(walk, gate.id, at)),
          () => (gate === undefined ? walk : untickGate(walk, gate.id, at)),
          () => enterCalled(walk, part, at),
          () => leaveCalled(walk, at),
        ][what]?.();
        walk = next ?? walk;
      }
      expect(verify(walk.path, walk.undone)).toBeNull();
    }),
    { numRuns: 500 },
  );
});
