import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallState } from '../../call.ts';
import { scriptOf, stepOf, to } from '../script.fixture.ts';
import {
  back,
  choose,
  enterCalled,
  goTo,
  interrupt,
  leaveCalled,
  returnFromInterrupt,
  startWalk,
  tickGate,
  untickGate,
} from '../walk.ts';
import { callStateOf } from './callState.ts';
import { gatesInWay } from './gates.ts';
import { gatesOf } from './offer.ts';
import { currentScript, currentStep } from './state.ts';
import type { Walk, WalkScript } from './state.ts';
import { topicsHere } from './topics.ts';
import { moveToVersion } from './version.ts';
import { contentOf } from '../contentText.ts';

const at = '2026-11-24T10:00:00+09:00';
const later = '2026-11-24T10:05:00+09:00';

// a → g (gated) → c → d → e1; aside x → y (gated) → z, x → c, x → e2, x → k → d
const script = scriptOf(
  [
    stepOf('a', { choices: to('g', 'b') }),
    stepOf('b', { choices: to('g') }),
    stepOf('g', { gates: [{ id: 'k1', label: '重要事項' }], choices: to('c') }),
    stepOf('c', { choices: to('d') }),
    stepOf('d', { choices: to('e1', 'a') }),
    stepOf('e1'),
    stepOf('x', { choices: to('y', 'c', 'e2', 'k', 'b') }),
    stepOf('y', { mustRead: true, choices: to('z') }),
    stepOf('z'),
    stepOf('k', { kind: 'condition', choices: to('d') }),
    stepOf('e2'),
    stepOf('island', { choices: to('island2') }),
    stepOf('island2', { choices: to('c') }),
  ],
  { interrupts: [{ id: 'i1', label: '責任者', to: 'x' }] },
);
const root: WalkScript = { scriptId: 'main', version: 1, script };
const start = (): Walk => startWalk(root, { at });
const trail = (walk: Walk): string => walk.path.map(({ stepId }) => stepId).join(' ');
const atGate = () => choose(start(), 'c1', at);
const past = () => choose(tickGate(atGate(), 'k1', at), 'c1', at);

describe('a free jump', () => {
  it('goes past no gate that was not ticked, and names it', () => {
    for (const walk of [start(), atGate(), interrupt(atGate(), 'i1', at)]) {
      expect(goTo(walk, 'c', at)).toBe(walk);
      expect(goTo(walk, 'e1', at)).toBe(walk);
      expect(gatesInWay(walk)('d')).toMatchObject({ step: { id: 'g' }, gates: [{ id: 'k1' }] });
      expect(trail(goTo(walk, 'b', at))).toBe(`${trail(walk)} b`);
    }
  });

  it('goes on where the gate was ticked in this call, also after a step back', () => {
    expect(trail(goTo(past(), 'd', at))).toBe('a g c d');
    const returned = back(back(past(), at), at);
    expect(trail(returned)).toBe('a');
    expect(trail(goTo(returned, 'd', at))).toBe('a d');
    expect(goTo(back(atGate(), at), 'c', at).path).toHaveLength(1);
  });

  it('is held by the gate on screen until it is ticked on this visit, and by one that was unticked', () => {
    const again = choose(back(back(past(), at), at), 'c1', at);
    expect(goTo(again, 'd', at)).toBe(again);
    const unticked = untickGate(back(past(), at), 'k1', at);
    expect(goTo(back(unticked, at), 'c', at).path).toHaveLength(1);
  });

  it('goes into a side topic, but not past the gates of it', () => {
    expect(trail(goTo(start(), 'x', at))).toBe('a x');
    expect(trail(goTo(start(), 'y', at))).toBe('a y');
    expect(goTo(start(), 'z', at)).toEqual(start());
    expect(gatesInWay(start())('z')).toMatchObject({ step: { id: 'y' }, gates: [{ id: 'read' }] });
    const read = tickGate(goTo(start(), 'y', at), 'read', at);
    expect(trail(goTo(read, 'z', at))).toBe('a y z');
  });

  it('to a step that no way leads to gives no way past either', () => {
    const walk = choose(goTo(start(), 'island', at), 'c1', at);
    expect(trail(walk)).toBe('a island island2');
    expect(choose(walk, 'c1', at)).toBe(walk);
    expect(goTo(walk, 'd', at)).toBe(walk);
  });

  it('is not held by a gate that a new version puts before where the call has come', () => {
    const steps = script.steps.map((step) =>
      step.id === 'b' || step.id === 'c' ? { ...step, mustRead: true } : step,
    );
    const walk = moveToVersion(
      goTo(past(), 'd', at),
      { ...root, version: 2, script: { ...script, steps } },
      'silent',
      at,
    );
    expect(trail(goTo(walk, 'e1', at))).toBe('a g c d e1');
  });
});

describe('a side topic', () => {
  it('gives no way past the gate it was begun on by its answers, nor over a condition', () => {
    const aside = interrupt(atGate(), 'i1', at);
    expect(choose(aside, 'c2', at)).toBe(aside);
    expect(choose(aside, 'c4', at)).toBe(aside);
    expect(trail(choose(aside, 'c5', at))).toBe('a g x b');
    expect(trail(returnFromInterrupt(aside, at))).toBe('a g x g');
    expect(trail(choose(interrupt(past(), 'i1', at), 'c2', at))).toBe('a g c x c');
  });

  it('may end the call', () => {
    expect(currentStep(choose(interrupt(atGate(), 'i1', at), 'c3', at))?.id).toBe('e2');
  });

  it('that begins on the main way does not lead on along it', () => {
    const drawn = { ...script, interrupts: [{ id: 'i1', label: '', to: 'c' }] };
    const walk = interrupt(startWalk({ ...root, script: drawn }, { at }), 'i1', at);
    expect(trail(walk)).toBe('a c');
    expect(choose(walk, 'c1', at)).toBe(walk);
    expect(gatesInWay(walk)('d')).toMatchObject({ step: { id: 'g' } });
    expect(trail(returnFromInterrupt(walk, at))).toBe('a c a');
  });
});

describe('what was taken back', () => {
  it('keeps the ticks of a visit that was gone back over, with time and version', () => {
    const walk = back(back(past(), later), later);
    expect(trail(walk)).toBe('a');
    expect(walk.undone.find(({ gates }) => gates !== undefined)).toMatchObject({
      stepId: 'g',
      gates: [{ gateId: 'k1', at, version: 1 }],
      undone: { at: later, how: 'back' },
    });
    const state = CallState.parse(JSON.parse(JSON.stringify({ ...callStateOf(walk), memo: '' })));
    expect(state.undone).toEqual(walk.undone);
  });

  it('keeps that a jump was made, to a visited step too', () => {
    const jumped = goTo(start(), 'b', at);
    expect(back(jumped, later).undone).toMatchObject([{ stepId: 'a' }, { stepId: 'b', via: 'search' }]);
    const again = goTo(past(), 'a', later);
    expect(again.path).toMatchObject([{ stepId: 'a', via: 'search', at: later }]);
    expect(again.undone.map(({ stepId, undone }) => [stepId, undone.how])).toEqual([
      ['a', 'search'],
      ['g', 'search'],
      ['c', 'search'],
    ]);
    expect(goTo(past(), 'a', later, 'back').path).toMatchObject([{ via: 'back' }]);
  });

  it('keeps a tick that was taken away, and one whose text changed', () => {
    const walk = untickGate(tickGate(atGate(), 'k1', at), 'k1', later);
    expect(walk.path.at(-1)?.gates).toEqual([]);
    expect(walk.undone).toMatchObject([
      { gates: [{ gateId: 'k1', at }], undone: { at: later, how: 'untick' } },
    ]);
    expect(untickGate(walk, 'k1', later)).toBe(walk);
    const steps = script.steps.map((step) =>
      step.id === 'g' ? { ...step, say: contentOf('新しい文') } : step,
    );
    const next = { ...root, version: 2, script: { ...script, steps } };
    const moved = moveToVersion(tickGate(atGate(), 'k1', at), next, 'accepted', later);
    expect(moved.undone).toMatchObject([{ stepId: 'g', gates: [{ version: 1 }], undone: { how: 'switch' } }]);
  });
});

describe('in a part', () => {
  const part = scriptOf(
    [
      stepOf('p', { mustRead: true, choices: to('q') }),
      stepOf('q', { choices: to('e3') }),
      stepOf('e3'),
      stepOf('px'),
    ],
    { interrupts: [{ id: 'i1', label: '部品の話題', to: 'px' }] },
  );
  const caller = {
    ...script,
    steps: script.steps.map((step) =>
      step.id === 'b' ? { ...step, kind: 'jump' as const, jump: { scriptId: 'part' } } : step,
    ),
  };
  const inPart = () => {
    const walk = choose(startWalk({ ...root, script: caller }, { at }), 'c2', at);
    return enterCalled(walk, { scriptId: 'part', version: 3, script: part }, at);
  };

  it('the side topics of the whole stack are offered, the caller’s first, and lead back to the place in the part', () => {
    let walk = inPart();
    expect(topicsHere(walk).map(({ label }) => label)).toEqual(['責任者', '部品の話題']);
    expect(trail(interrupt(walk, 'i1', at))).toBe('a b p px');
    walk = interrupt(tickGate(walk, 'read', at), 'i1', at, 'main');
    expect([trail(walk), currentScript(walk).scriptId]).toEqual(['a b p x', 'main']);
    expect(topicsHere(walk).map(({ label }) => label)).toEqual(['責任者', '部品の話題']);
    expect(leaveCalled(walk, at)).toBe(walk);
    walk = returnFromInterrupt(walk, at);
    expect(walk.path.at(-1)).toMatchObject({ stepId: 'p', scriptId: 'part', gates: [{ gateId: 'read' }] });
    expect(currentStep(leaveCalled(walk, at))?.id).toBe('b');
  });

  it('its gates hold, and those of the caller hold from a side topic of the caller', () => {
    expect(goTo(inPart(), 'q', at).path).toEqual(inPart().path);
    const aside = interrupt(inPart(), 'i1', at, 'main');
    expect(goTo(aside, 'd', at)).toBe(aside);
    expect(choose(aside, 'c2', at)).toBe(aside);
  });
});

it('a step that no way leads to leads past no gate after going back to it', () => {
  const island = back(choose(goTo(start(), 'island', at), 'c1', at), at);
  expect(trail(island)).toBe('a island');
  expect(gatesInWay(island)('d')).toMatchObject({ step: { id: 'g' } });
  expect(goTo(island, 'k', at)).toBe(island);
});

it('lets no move come to a step behind a gate that was never ticked', () => {
  const move = fc.tuple(
    fc.nat(6),
    fc.constantFrom(...script.steps.map(({ id }) => id), 'c1', 'c2', 'c3', 'c4'),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      let walk = start();
      for (const [what, id] of moves) {
        const gates = currentStep(walk) === null ? [] : gatesOf(currentStep(walk) ?? stepOf('none'));
        const next = [
          () => choose(walk, id, at),
          () => choose(walk, 'c1', at),
          () => back(walk, at),
          () => goTo(walk, id, at),
          () => interrupt(walk, 'i1', at),
          () => returnFromInterrupt(walk, at),
          () => (gates[0]?.id === 'read' ? tickGate(walk, 'read', at) : walk),
        ][what]?.();
        walk = next ?? walk;
        // k1 is never ticked in these runs.
        expect(['c', 'd', 'e1']).not.toContain(currentStep(walk)?.id);
      }
    }),
    { numRuns: 500 },
  );
});
