import { describe, expect, it } from 'vitest';
import { fieldOf, scriptOf, stepOf, to } from '../script/script.fixture.ts';
import type { Script } from '../script/schema.ts';
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
} from '../script/walk.ts';
import type { WalkScript } from '../script/walk/state.ts';
import { templates } from '../templates/catalogue.ts';
import { deviationText } from './deviationMessages.ts';
import { recordRun } from './recordRun.ts';
import { replay } from './replay.ts';
import { SampleRun } from './sample.ts';
import { templateSamples } from './templateSamples.ts';

const at = '2026-11-24T10:00:00+09:00';
const part: WalkScript = {
  scriptId: 'part',
  version: 1,
  script: scriptOf([stepOf('p1', { choices: to('e9') }), stepOf('e9')]),
};
const parts = (scriptId: string) => (scriptId === 'part' ? part : null);

function script(change: Partial<Record<string, Parameters<typeof stepOf>[1]>> = {}): Script {
  const steps: Record<string, Parameters<typeof stepOf>[1]> = {
    s1: { choices: to('s2') },
    s2: {
      fields: [fieldOf('age', { type: 'number', required: true })],
      gates: [{ id: 'g', label: '' }],
      choices: to('k'),
    },
    k: { kind: 'condition', choices: to(['s3', 'age >= 65'], 's4') },
    s3: { kind: 'jump', jump: { scriptId: 'part' }, choices: to('e5') },
    s4: { choices: to('e6') },
    side: { choices: to('s1') },
    e5: {},
    e6: { outcome: '検討' },
  };
  return scriptOf(
    Object.entries({ ...steps, ...change }).map(([id, patch]) => stepOf(id, { ...patch })),
    { interrupts: [{ id: 'i1', label: '責任者', to: 'side' }] },
  );
}

const rootOf = (of: Script): WalkScript => ({ scriptId: 'root', version: 1, script: of });
const take = (run: SampleRun, of: Script) => replay(rootOf(of), run, { at, part: parts });

/** Side topic, a step back, a field, a gate, a condition passed, a part entered and left, an end. */
function recorded(): SampleRun {
  let walk = startWalk(rootOf(script()), { at });
  walk = returnFromInterrupt(interrupt(walk, 'i1', at), at);
  walk = choose(walk, 'c1', at);
  walk = choose(back(walk, at), 'c1', at);
  walk = tickGate(setField(walk, 'age', '70'), 'g', at);
  walk = choose(walk, 'c1', at);
  walk = leaveCalled(choose(enterCalled(walk, part, at), 'c1', at), at);
  walk = end(choose(walk, 'c1', at), at);
  return recordRun(walk, null);
}

describe('a saved path', () => {
  it('is a valid sample and comes to its end again', () => {
    const run = recorded();
    expect(SampleRun.parse(run)).toEqual(run);
    expect(run.outcome).toBe('受注');
    expect(run.answers.map(({ stepId, move }) => [stepId, move?.kind ?? null])).toEqual([
      ['s1', 'interrupt'],
      ['side', 'return'],
      ['s1', 'choose'],
      ['s2', 'choose'],
      ['s3', 'enter'],
      ['p1', 'choose'],
      ['e9', 'return'],
      ['s3', 'choose'],
      ['e5', null],
    ]);
    expect(take(run, script())).toMatchObject({ deviation: null, taken: 9 });
  });

  it('may lead freely to another step and stop before an end', () => {
    const open = script({ s2: { choices: to('k') } });
    const run = recordRun(goTo(startWalk(rootOf(open), { at }), 's4', at), null);
    expect(run).toMatchObject({ outcome: null, answers: [{ move: { kind: 'goTo', stepId: 's4' } }, {}] });
    expect(take(run, open).deviation).toBeNull();
    // A gate was put in the way since: nobody can take this path in a call any more.
    expect(take(run, script()).deviation).toMatchObject({ code: 'gate_in_way', values: { gate: '題s2' } });
  });

  it('takes the answer again where the way went back to a step by a jump', () => {
    let walk = choose(startWalk(rootOf(script()), { at }), 'c1', at);
    walk = goTo(tickGate(setField(walk, 'age', '20'), 'g', at), 's1', at);
    const run = recordRun(choose(walk, 'c1', at), null);
    expect(run.answers.map(({ move }) => move?.kind ?? null)).toEqual(['choose', null]);
  });

  it('may go to a side topic of the caller from within a part', () => {
    const walk = startWalk(rootOf({ ...script(), start: 's3' }), { at });
    const inPart = enterCalled(walk, part, at);
    const run = recordRun(returnFromInterrupt(interrupt(inPart, 'i1', at), at), null);
    expect(run.answers.map(({ stepId, move }) => [stepId, move?.kind])).toEqual([
      ['s3', 'enter'],
      ['p1', 'interrupt'],
      ['side', 'return'],
      ['p1', undefined],
    ]);
    expect(take(SampleRun.parse(run), { ...script(), start: 's3' })).toMatchObject({
      deviation: null,
      taken: 4,
    });
  });

  it('can be taken a part of the way, to go on by hand', () => {
    const { walk } = replay(rootOf(script()), recorded(), { at, part: parts, upTo: 4 });
    expect(walk.path.at(-1)?.stepId).toBe('s3');
  });

  it.each<[string, Parameters<typeof script>[0], string, string | null]>([
    [
      'a condition decides otherwise',
      { k: { kind: 'condition', choices: to(['s3', 'age >= 80'], 's4') } },
      'elsewhere',
      'k',
    ],
    ['a choice leads elsewhere', { s1: { choices: to('s4') } }, 'elsewhere', 's1'],
    ['a choice is gone', { s1: { choices: [] } }, 'choice_gone', 's1'],
    ['a choice leads nowhere', { s1: { choices: to(null) } }, 'choice_dangling', 's1'],
    ['a choice has a condition', { s1: { choices: to(['s2', 'age > 1']) } }, 'choice_closed', 's1'],
    [
      'a field became required',
      { s1: { choices: to('s2'), fields: [fieldOf('name', { required: true })] } },
      'field_needed',
      's1',
    ],
    [
      'the part cannot be called',
      { s3: { kind: 'jump', jump: { scriptId: 'gone' }, choices: to('e5') } },
      'part_missing',
      's3',
    ],
    ['the outcome differs', { e5: { outcome: '失注' } }, 'outcome', 'e5'],
  ])('leaves its way where %s', (_, change, code, stepId) => {
    const { deviation } = take(recorded(), script(change));
    expect(deviation).toMatchObject({ code, stepId });
    if (deviation === null) throw new Error('no deviation');
    expect(deviationText(deviation, 'ja')).not.toMatch(/[{}]/u);
    expect(deviationText(deviation, 'en')).not.toMatch(/[{}]/u);
  });

  it('leaves its way where a step or an interrupt is gone, and says which', () => {
    const without = script();
    const noStep = { ...without, steps: without.steps.filter(({ id }) => id !== 's3') };
    expect(take(recorded(), noStep).deviation).toMatchObject({ code: 'step_gone', stepId: 'k' });
    expect(take(recorded(), { ...without, interrupts: [] }).deviation).toMatchObject({
      code: 'interrupt_gone',
    });
    expect(take(recorded(), { ...without, start: null }).deviation).toMatchObject({ code: 'no_start' });
  });

  it('of every template comes to its end, in both languages', () => {
    for (const template of templates) {
      for (const language of ['ja', 'en'] as const) {
        for (const { name, run } of templateSamples(template, language)) {
          const root = { scriptId: 't', version: 1, script: template.scripts[language] };
          expect([name, replay(root, SampleRun.parse(run), { at, part: parts }).deviation]).toEqual([
            name,
            null,
          ]);
        }
      }
    }
  });
});
