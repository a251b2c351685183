import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallState } from '../call.ts';
import { contentOf } from './contentText.ts';
import type { Script } from './schema.ts';
import { fieldOf, scriptOf, stepOf, to } from './script.fixture.ts';
import {
  back,
  choose,
  end,
  enterCalled,
  goTo,
  interrupt,
  leaveCalled,
  returnFromInterrupt,
  setField,
  startWalk,
  tickGate,
} from './walk.ts';
import { callStateOf } from './walk/callState.ts';
import { canGoOn, offeredChoices } from './walk/offer.ts';
import { currentScript, currentStep, returnsOf } from './walk/state.ts';
import type { Walk, WalkScript } from './walk/state.ts';
import { compareVersion, moveToVersion } from './walk/version.ts';

const at = '2026-11-24T09:00:00+09:00';
const run = (script: Script, version = 1, scriptId = 'main'): WalkScript => ({ scriptId, version, script });
const start = (script: Script): Walk => startWalk(run(script), { at });
const trail = (walk: Walk): string => walk.path.map(({ stepId }) => stepId).join(' ');

const line = scriptOf(
  [
    stepOf('a', { choices: to('b', 'e1') }),
    stepOf('b', { choices: to('c') }),
    stepOf('c', { choices: to('e1') }),
    stepOf('e1'),
    stepOf('x', { choices: to('y') }),
    stepOf('y'),
  ],
  { interrupts: [{ id: 'i1', label: '責任者を', to: 'x' }] },
);

describe('a call', () => {
  it('follows choices to an end and takes its outcome', () => {
    let walk = start(line);
    for (const choice of ['c1', 'c1', 'c1']) walk = choose(walk, choice, at);
    expect(trail(walk)).toBe('a b c e1');
    expect(walk.path[0]).toMatchObject({ choiceId: 'c1' });
    expect(end(walk, at).ended).toEqual({ outcome: '受注', at });
    expect(CallState.parse({ ...callStateOf(walk), memo: '' }).path).toHaveLength(4);
  });

  it('goes back and keeps what was typed; another answer makes another path', () => {
    let walk = setField(choose(start(line), 'c1', at), 'note', '既存');
    walk = back(walk, at);
    expect(trail(walk)).toBe('a');
    expect(walk.path[0]).toMatchObject({ choiceId: null, via: 'back' });
    expect(trail(choose(walk, 'c2', at))).toBe('a e1');
    expect(walk.fields).toEqual({ note: '既存' });
    expect(back(walk, at)).toBe(walk);
  });

  it('goes to a step of the trail by cutting the path, and freely to another one', () => {
    const walk = choose(choose(start(line), 'c1', at), 'c1', at);
    expect(trail(goTo(walk, 'a', at))).toBe('a');
    expect(trail(goTo(walk, 'y', at))).toBe('a b c y');
    expect(goTo(walk, 'gone', at)).toBe(walk);
  });

  it('comes back from an interrupt to the step where it began, nested ones one by one', () => {
    let walk = interrupt(choose(start(line), 'c1', at), 'i1', at);
    walk = interrupt(choose(walk, 'c1', at), 'i1', at);
    expect(trail(walk)).toBe('a b x y x');
    walk = returnFromInterrupt(walk, at);
    expect(currentStep(walk)?.id).toBe('y');
    walk = returnFromInterrupt(walk, at);
    expect(currentStep(walk)?.id).toBe('b');
    expect(returnsOf(walk.path)).toEqual([]);
    expect(returnFromInterrupt(walk, at)).toBe(walk);
  });
});

describe('gates and fields', () => {
  const gated = scriptOf(
    [
      stepOf('a', { mustRead: true, choices: to('b') }),
      stepOf('b', {
        gates: [{ id: 'k1', label: 'ご了承' }],
        fields: [fieldOf('qty', { type: 'number', required: true, max: 10 })],
        choices: to('e1'),
      }),
      stepOf('e1'),
      stepOf('x'),
    ],
    { interrupts: [{ id: 'i1', label: '', to: 'x' }] },
  );

  it('hold the call until they are ticked; a must-read step has a gate of its own', () => {
    const walk = start(gated);
    expect(canGoOn(walk).gates).toEqual([{ id: 'read', label: '' }]);
    expect(choose(walk, 'c1', at)).toBe(walk);
    expect(goTo(walk, 'e1', at)).toBe(walk);
    expect(trail(choose(tickGate(walk, 'read', at), 'c1', at))).toBe('a b');
  });

  it('are recorded with the time and still ticked after an interrupt', () => {
    let walk = choose(tickGate(start(gated), 'read', at), 'c1', at);
    walk = tickGate(walk, 'k1', at);
    walk = returnFromInterrupt(interrupt(walk, 'i1', at), at);
    expect(walk.path.at(-1)).toMatchObject({ stepId: 'b', gates: [{ gateId: 'k1', at }] });
    expect(tickGate(walk, 'unknown', at)).toBe(walk);
  });

  it('want required fields, and numbers within their limits', () => {
    const walk = tickGate(choose(tickGate(start(gated), 'read', at), 'c1', at), 'k1', at);
    const issue = (value: string) => canGoOn(setField(walk, 'qty', value)).fields[0]?.issue;
    expect([issue(''), issue('三'), issue('１１'), issue('１０')]).toEqual([
      'missing',
      'not_a_number',
      'too_large',
      undefined,
    ]);
  });
});

describe('conditions', () => {
  const branching = scriptOf([
    stepOf('a', {
      fields: [fieldOf('reason', { label: '解約理由' })],
      choices: [...to('k'), { id: 'c9', label: '', to: 'e1', when: 'reason == "料金"' }],
    }),
    stepOf('k', { kind: 'condition', choices: to(['b', 'reason == "料金"'], 'e1') }),
    stepOf('b', { choices: to('e1') }),
    stepOf('e1'),
    stepOf('r', { kind: 'condition', choices: to('r2') }),
    stepOf('r2', { kind: 'condition', choices: to('r') }),
  ]);

  it('are passed by themselves, with the reason in the path', () => {
    const walk = choose(setField(start(branching), 'reason', '料金'), 'c1', at);
    expect(trail(walk)).toBe('a k b');
    expect(walk.path[1]).toMatchObject({ choiceId: 'c1', reason: '解約理由 = 料金' });
    expect(trail(choose(start(branching), 'c1', at))).toBe('a k e1');
    expect(trail(back(walk, at))).toBe('a');
  });

  it('decide which choices are offered', () => {
    const offered = (walk: Walk) => offeredChoices(walk).map((offer) => offer.offered);
    expect(offered(start(branching))).toEqual([true, false]);
    expect(offered(setField(start(branching), 'reason', '料金'))).toEqual([true, true]);
    expect(choose(start(branching), 'c9', at).path).toHaveLength(1);
  });

  it('that lead in a ring stop, to be decided by hand', () => {
    const walk = goTo(start(branching), 'r', at);
    expect(trail(walk)).toBe('a r r2 r');
    expect(offeredChoices(walk).map(({ offered }) => offered)).toEqual([true]);
  });
});

describe('called scripts', () => {
  const caller = scriptOf([
    stepOf('a', { kind: 'jump', jump: { scriptId: 'part' }, choices: to('b') }),
    stepOf('b', { choices: to('e1') }),
    stepOf('e1'),
  ]);
  const part = scriptOf(
    [stepOf('p', { choices: to('e2'), fields: [fieldOf('qty')] }), stepOf('e2'), stepOf('x')],
    { interrupts: [{ id: 'i1', label: '', to: 'x' }] },
  );

  it('are entered and left to the step that called them, whose choices lead on', () => {
    let walk = enterCalled(start(caller), run(part, 7, 'part'), at);
    expect(walk.path.at(-1)).toMatchObject({ stepId: 'p', scriptId: 'part', version: 7, via: 'jump' });
    walk = interrupt(setField(walk, 'qty', '2'), 'i1', at);
    walk = leaveCalled(walk, at);
    expect(currentScript(walk).scriptId).toBe('main');
    expect(returnsOf(walk.path)).toEqual([]);
    expect(trail(choose(walk, 'c1', at))).toBe('a p x a b');
    expect(walk.fields).toEqual({ 'a/qty': '2' });
  });

  it('are entered only from a step that calls them', () => {
    const walk = start(caller);
    expect(enterCalled(walk, run(part, 7, 'other'), at)).toBe(walk);
    expect(leaveCalled(walk, at)).toBe(walk);
  });
});

describe('a new version under a running call', () => {
  const walk = setField(tickGate(choose(start(line), 'c1', at), 'read', at), 'note', '既存');
  const changed = (id: string, say: string): Script => ({
    ...line,
    steps: line.steps.map((step) => (step.id === id ? { ...step, say: contentOf(say) } : step)),
  });

  it('is silent where the step on screen did not change, also when it moved on the map', () => {
    const moved = {
      ...changed('a', '別'),
      steps: changed('a', '別').steps.map((step) => ({ ...step, position: { x: 9, y: 9 } })),
    };
    expect(compareVersion(walk, run(moved, 2)).kind).toBe('same');
    const next = moveToVersion(walk, run(moved, 2), 'silent', at);
    expect(next.switches).toEqual([{ at, from: 1, to: 2, how: 'silent', stepId: 'b' }]);
    expect(next.path).toEqual(walk.path);
  });

  it('shows before and after where it changed, and asks for its gates again', () => {
    const effect = compareVersion(walk, run(changed('b', '新しい文'), 2));
    expect(effect).toMatchObject({
      kind: 'changed',
      stepId: 'b',
      before: { id: 'b' },
      after: { say: contentOf('新しい文') },
    });
    const next = moveToVersion(walk, run(changed('b', '新しい文'), 2), 'accepted', at);
    expect(next.fields).toEqual({ note: '既存' });
    expect(next.path.at(-1)?.gates).toEqual([]);
  });

  const lacking = (...ids: string[]) => ({
    ...line,
    steps: line.steps.filter(({ id }) => !ids.includes(id)),
  });

  it('goes on at the successor of a step that is gone, past those that are gone as well', () => {
    expect(compareVersion(walk, run(lacking('b'), 2))).toMatchObject({ kind: 'gone', stepId: 'c' });
    expect(compareVersion(walk, run(lacking('b', 'c'), 2))).toMatchObject({ kind: 'gone', stepId: 'e1' });
    const next = moveToVersion(walk, run(lacking('b'), 2), 'accepted', at);
    expect(next.path.map(({ stepId }) => stepId)).toEqual(['a', 'b', 'c']);
    expect(next.path.at(-1)).toMatchObject({ stepId: 'c', via: 'switch' });
    expect(next.fields).toEqual({ note: '既存' });
  });

  it('takes the first answer that is left of a gone step, and ends where gone steps lead in a ring', () => {
    const ring = (first: Script['steps']) => scriptOf([stepOf('a', { choices: to('b') }), ...first]);
    const at1 = ring([
      stepOf('b', { choices: to('g', 'c', 'd') }),
      stepOf('g', { choices: to('b') }),
      stepOf('c', { choices: to('e') }),
      stepOf('d', { choices: to('e') }),
      stepOf('e'),
    ]);
    const here = choose(start(at1), 'c1', at);
    const effect = (...left: string[]) =>
      compareVersion(here, run({ ...at1, steps: at1.steps.filter(({ id }) => left.includes(id)) }, 2));
    expect(effect('a', 'd', 'e').stepId).toBe('d');
    expect(effect('a', 'c', 'd', 'e').stepId).toBe('c');
    expect(effect('a').stepId).toBe('a');
  });

  it('goes back to the nearest visited step when a gone step has no successor', () => {
    const without = lacking('b', 'c', 'e1');
    expect(compareVersion(walk, run(without, 2))).toMatchObject({ kind: 'gone', stepId: 'a' });
    const next = moveToVersion(walk, run(without, 2), 'accepted', at);
    expect(next.path.at(-1)).toMatchObject({ stepId: 'a', via: 'switch' });
    const empty = scriptOf([]);
    expect(moveToVersion(walk, run(empty, 2), 'urgent', at)).toBe(walk);
  });
});

it('survives any moves, always at a step, and goes on from what is stored', () => {
  const move = fc.tuple(fc.nat(7), fc.constantFrom('a', 'b', 'c', 'e1', 'x', 'y', 'c1', 'c2'));
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      let walk = start(line);
      for (const [what, id] of moves) {
        const next = [
          () => choose(walk, id, at),
          () => choose(walk, 'c1', at),
          () => back(walk, at),
          () => goTo(walk, id, at),
          () => interrupt(walk, 'i1', at),
          () => returnFromInterrupt(walk, at),
          () => setField(walk, id, id),
          () => leaveCalled(walk, at),
        ][what]?.();
        walk = next ?? walk;
        expect(currentStep(walk)).not.toBeNull();
        const stored = JSON.parse(JSON.stringify(callStateOf(walk))) as Partial<Walk>;
        expect(returnsOf({ ...walk, ...stored }.path)).toEqual(returnsOf(walk.path));
        CallState.parse({ ...callStateOf(walk), memo: '' });
      }
    }),
    { numRuns: 200 },
  );
});
