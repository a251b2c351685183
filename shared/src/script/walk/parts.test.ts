import { describe, expect, it } from 'vitest';
import { plainSurroundings } from '../../calendar/surroundings.ts';
import { CallState } from '../../call.ts';
import type { Jump, Script } from '../schema.ts';
import { fieldOf, scriptOf, stepOf, to } from '../script.fixture.ts';
import {
  back,
  choose,
  end,
  enterCalled,
  interrupt,
  leaveCalled,
  setField,
  setPlaceholder,
  startWalk,
  tickGate,
} from '../walk.ts';
import { callStateOf } from './callState.ts';
import { canGoOn, offeredChoices } from './offer.ts';
import { fieldsHere, placeholdersHere, scopeOf, scopesOf } from './scope.ts';
import { currentScript, currentStep, returnsOf } from './state.ts';
import type { Walk, WalkScript } from './state.ts';
import { walkValues } from './values.ts';
import { moveToVersion } from './version.ts';

const at = '2026-11-24T09:00:00+09:00';
const later = '2026-11-24T19:00:00+09:00';
const run = (script: Script, scriptId: string, version = 1): WalkScript => ({ scriptId, version, script });
const placeholder = { type: 'text', label: '', example: '', fallback: '' } as const;

const jump: Jump = {
  scriptId: 'part',
  inputs: [
    { key: 'plan', from: 'product + "プラン"' },
    { key: 'deadline', from: 'addBusinessDays(today(), 1)' },
    { key: 'nothing', from: 'missing' },
  ],
  outputs: [
    { key: 'result', to: 'check' },
    { key: 'sum', to: 'total' },
  ],
};
const caller = scriptOf(
  [
    stepOf('a', {
      kind: 'jump',
      jump,
      fields: [
        fieldOf('product'),
        fieldOf('check'),
        fieldOf('result'),
        fieldOf('total', { type: 'number' }),
        fieldOf('missing'),
      ],
      choices: to(['b', 'check == "OK"'], 'c'),
    }),
    stepOf('b', { kind: 'jump', jump, choices: to('e1') }),
    stepOf('c', { choices: to('e1') }),
    stepOf('e1'),
  ],
  {
    placeholders: [
      { ...placeholder, key: 'customer.name' },
      { ...placeholder, key: 'nothing' },
    ],
  },
);
const part = scriptOf(
  [
    stepOf('p', {
      fields: [
        fieldOf('result', { output: true }),
        fieldOf('price', { type: 'number' }),
        fieldOf('sum', { type: 'number', output: true, computed: 'withTax(price)' }),
      ],
      choices: to(['e2', 'plan == "月額プラン"'], 'x'),
    }),
    stepOf('x', { kind: 'jump', jump: { scriptId: 'inner' }, choices: to('e2') }),
    stepOf('e2'),
  ],
  {
    placeholders: [
      { ...placeholder, key: 'plan', input: true },
      { ...placeholder, key: 'deadline', type: 'date', input: true },
      { ...placeholder, key: 'nothing', input: true },
      { ...placeholder, key: 'customer.name' },
    ],
    interrupts: [{ id: 'i1', label: '', to: 'x' }],
  },
);
const inner = scriptOf([stepOf('q', { fields: [fieldOf('result')], choices: to('e3') }), stepOf('e3')]);

function begun(): Walk {
  const walk = startWalk(run(caller, 'main'), {
    at,
    placeholders: { 'customer.name': '山田', nothing: '既定' },
    surroundings: plainSurroundings,
  });
  return setField(walk, 'product', '月額');
}

describe('what a part is handed and hands back', () => {
  it('is evaluated on the way in, beside the placeholders of the call', () => {
    const walk = enterCalled(begun(), run(part, 'part'), at);
    expect(placeholdersHere(walk)).toMatchObject({
      plan: '月額プラン',
      deadline: '2026-11-25',
      'customer.name': '山田',
    });
    // What could not be computed is not handed in: the call's own value of that name stands.
    expect(placeholdersHere(walk).nothing).toBe('既定');
    expect(offeredChoices(walk)[0]).toMatchObject({
      offered: true,
      reason: { sentence: 'plan = 月額プラン' },
    });
    expect(walkValues(walk)).not.toHaveProperty('product');
  });

  it('leaves the fields of the caller and of the part apart, of one key too', () => {
    let walk = enterCalled(setField(begun(), 'result', '呼出元'), run(part, 'part'), at);
    expect(fieldsHere(walk)).toEqual({});
    walk = setField(setField(walk, 'result', 'OK'), 'price', 1000);
    expect(walk.fields).toEqual({ product: '月額', result: '呼出元', 'a/result': 'OK', 'a/price': 1000 });
    expect(walkValues(walk)).toMatchObject({ result: 'OK', sum: 1100 });
    walk = leaveCalled(walk, at);
    expect(fieldsHere(walk)).toMatchObject({ result: '呼出元', check: 'OK', total: 1100 });
    expect(offeredChoices(walk).map(({ offered }) => offered)).toEqual([true, true]);
  });

  it('leaves the caller as it was where the part was not filled in', () => {
    const walk = leaveCalled(enterCalled(setField(begun(), 'check', '前回'), run(part, 'part'), at), at);
    expect(fieldsHere(walk)).toMatchObject({ check: '前回' });
    expect(fieldsHere(walk)).not.toHaveProperty('total');
  });

  it('is written on the way back from a side topic of the part too', () => {
    const inPart = setField(enterCalled(begun(), run(part, 'part'), at), 'result', 'OK');
    expect(fieldsHere(leaveCalled(interrupt(inPart, 'i1', at), at)).check).toBe('OK');
  });

  it('is kept for each call of the part by itself, and found again on coming back to it', () => {
    let walk = setField(enterCalled(begun(), run(part, 'part'), at), 'result', 'OK');
    walk = enterCalled(choose(leaveCalled(walk, at), 'c1', at), run(part, 'part'), at);
    expect(scopeOf(walk.path)).toBe('b');
    expect(fieldsHere(walk)).toEqual({});
    walk = back(back(back(walk, at), at), at);
    expect(currentStep(walk)?.id).toBe('p');
    expect(fieldsHere(walk)).toEqual({ result: 'OK' });
  });

  it('is evaluated anew on coming in again, what the agent corrected in the part is kept till then', () => {
    let walk = setPlaceholder(enterCalled(begun(), run(part, 'part'), at), 'plan', '年額');
    walk = setPlaceholder(walk, 'customer.name', '佐藤');
    expect(placeholdersHere(walk)).toMatchObject({ plan: '年額', 'customer.name': '佐藤' });
    walk = leaveCalled(walk, at);
    expect(walk.placeholders['customer.name']).toBe('佐藤');
    expect(walk.placeholders).not.toHaveProperty('plan');
    expect(placeholdersHere(enterCalled(walk, run(part, 'part'), at)).plan).toBe('月額プラン');
  });

  it('goes down and up again through a part that calls a part', () => {
    let walk = setField(enterCalled(begun(), run(part, 'part'), at), 'result', 'OK');
    walk = enterCalled(choose(walk, 'c2', at), run(inner, 'inner'), at);
    walk = setField(walk, 'result', '奥');
    expect(walk.fields).toMatchObject({ 'a/result': 'OK', 'a/x/result': '奥' });
    expect(scopesOf(walk).map(({ scope, script }) => [scope, script.scriptId])).toEqual([
      ['', 'main'],
      ['a', 'part'],
      ['a/x', 'inner'],
    ]);
    walk = leaveCalled(walk, at);
    expect(currentStep(walk)?.id).toBe('x');
    walk = leaveCalled(walk, at);
    expect(currentScript(walk).scriptId).toBe('main');
    expect(fieldsHere(walk).check).toBe('OK');
  });
});

describe('a stored call', () => {
  it('goes on in the middle of a part, with its version changed there', () => {
    const walk = setField(enterCalled(begun(), run(part, 'part', 3), at), 'result', 'OK');
    const state = CallState.parse({ ...callStateOf(walk), memo: '' });
    const again: Walk = {
      ...walk,
      ...state,
      undone: state.undone ?? [],
      called: { part: run(part, 'part', 3) },
    };
    const renamed: Script = {
      ...part,
      steps: part.steps.map((step) => ({ ...step, title: `${step.title}改` })),
    };
    const moved = moveToVersion(again, run(renamed, 'part', 4), 'accepted', at);
    expect(currentScript(moved).version).toBe(4);
    expect(fieldsHere(moved)).toEqual({ result: 'OK' });
    expect(placeholdersHere(moved).plan).toBe('月額プラン');
    const home = leaveCalled(moved, at);
    expect(fieldsHere(home).check).toBe('OK');
    // The caller's step is gone from its new version: nothing is written, nothing is lost.
    const { steps } = caller;
    const without = run({ ...caller, start: 'c', steps: steps.filter(({ id }) => id !== 'a') }, 'main', 2);
    const lost = leaveCalled(moveToVersion(moved, without, 'silent', at), at);
    expect(currentStep(lost)?.id).toBe('c');
    expect(returnsOf(lost.path)).toEqual([]);
    expect(lost.fields).toMatchObject({ product: '月額', 'a/result': 'OK' });
  });

  it('begun before parts had fields of their own still shows them', () => {
    const walk: Walk = {
      ...enterCalled(begun(), run(part, 'part'), at),
      fields: { price: 500, result: '呼出元' },
    };
    expect(fieldsHere(walk)).toEqual({ price: 500 });
  });

  it('keeps what was computed once it has ended', () => {
    let walk = setField(enterCalled(begun(), run(part, 'part'), at), 'price', 1000);
    expect(callStateOf(walk).fields).not.toHaveProperty('a/sum');
    walk = end(leaveCalled(walk, at), at);
    expect(callStateOf(walk).fields).toMatchObject({ 'a/price': 1000, 'a/sum': 1100, total: 1100 });
  });

  it('records the version that was confirmed with each tick', () => {
    const gated = scriptOf([stepOf('g', { mustRead: true, choices: to('e1') }), stepOf('e1')]);
    const walk = tickGate(startWalk(run(gated, 'main', 5), { at }), 'read', later);
    expect(walk.path.at(-1)?.gates).toEqual([{ gateId: 'read', at: later, version: 5 }]);
    expect(canGoOn(walk).ok).toBe(true);
  });
});

describe('the time in a call', () => {
  const hours = scriptOf([
    stepOf('a', { choices: to('k') }),
    stepOf('k', { kind: 'condition', choices: to(['b', 'isOpen()'], 'c') }),
    stepOf('b', { choices: to(['e1', 'isOpen()'], 'e1') }),
    stepOf('c', { choices: to('e1') }),
    stepOf('e1'),
  ]);
  const walk = startWalk(run(hours, 'main'), { at, surroundings: { ...plainSurroundings, now: later } });

  it('is that of the step on screen: a turn is decided when it is come to', () => {
    expect(choose(walk, 'c1', at).path.at(-2)).toMatchObject({ stepId: 'k', reason: '営業時間内' });
    expect(currentStep(choose(walk, 'c1', at))?.id).toBe('b');
    expect(currentStep(choose(walk, 'c1', later))?.id).toBe('c');
  });

  it('does not change under the agent, nor when the call is taken up elsewhere', () => {
    const stood = choose(walk, 'c1', at);
    const elsewhere: Walk = { ...stood, surroundings: { ...plainSurroundings, now: later } };
    expect(offeredChoices(elsewhere).map(({ offered }) => offered)).toEqual([true, true]);
  });
});
