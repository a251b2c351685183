import { describe, expect, it } from 'vitest';
import { fill } from '../script/placeholders.ts';
import { paragraphsOf, textOfParagraph } from '../script/contentText.ts';
import type { Script, Step } from '../script/schema.ts';
import { shownContent } from '../script/shownContent.ts';
import {
  choose,
  enterCalled,
  interrupt,
  leaveCalled,
  setField,
  startWalk,
  tickGate,
} from '../script/walk.ts';
import { canGoOn, gatesOf, offeredChoices } from '../script/walk/offer.ts';
import { walkLabels, walkValues } from '../script/walk/values.ts';
import { currentScript, currentStep, type Walk } from '../script/walk/state.ts';
import { templateOf, templates } from './catalogue.ts';
import { templateScriptId, type Language, type SampleAnswer, type TemplateId } from './template.ts';

const at = '2026-09-18T10:00:00+09:00';
const languages: readonly Language[] = ['ja', 'en'];
const calls = templates.flatMap(({ id: template, samples }) =>
  samples.flatMap(({ id, calls: said }) =>
    languages.map((language) => ({ name: `${id} (${language})`, template, language, call: said[language] })),
  ),
);

function scriptOf(id: TemplateId, language: Language): { scriptId: string; version: number; script: Script } {
  const template = templateOf(id);
  if (template === null) throw new Error(`no template ${id}`);
  return { scriptId: templateScriptId(id), version: 1, script: template.scripts[language] };
}

/** Fills in, ticks the gates and takes the choice; throws when the script does not allow it. */
function answer(walk: Walk, { stepId, fields, choiceId }: SampleAnswer): Walk {
  const step = here(walk);
  if (step.id !== stepId) throw new Error(`at ${step.id}, but answered ${stepId}`);
  let next = walk;
  for (const [key, value] of Object.entries(fields ?? {})) next = setField(next, key, value);
  for (const { id } of gatesOf(step)) next = tickGate(next, id, at);
  if (choiceId === undefined) return next;
  const moved = choose(next, choiceId, at);
  if (moved === next) throw new Error(`${choiceId} is not to be had: ${JSON.stringify(canGoOn(next))}`);
  return moved;
}

function here(walk: Walk): Step {
  const step = currentStep(walk);
  if (step === null) throw new Error('the call is nowhere');
  return step;
}

/** The words on screen, filled in. */
function spoken(walk: Walk): { text: string; blanks: string[] } {
  const values = walkValues(walk);
  const { placeholders, language } = currentScript(walk).script;
  const segments = paragraphsOf(shownContent(here(walk).say, values)).flatMap((paragraph) =>
    fill(textOfParagraph(paragraph), { values, placeholders, labels: walkLabels(walk), language }),
  );
  return {
    text: segments.map((segment) => (segment.kind === 'blank' ? '' : segment.text)).join(''),
    blanks: segments.flatMap((segment) => (segment.kind === 'blank' ? [segment.key] : [])),
  };
}

const offered = (walk: Walk): string[] =>
  offeredChoices(walk).flatMap(({ choice, offered: open }) => (open ? [choice.id] : []));

function callOf(template: TemplateId, sample: number, language: Language = 'ja') {
  const call = templateOf(template)?.samples[sample]?.calls[language];
  if (call === undefined) throw new Error('no such caller');
  return call;
}

describe('the sample callers', () => {
  it.each(calls)('$name comes to the expected end', ({ template, language, call }) => {
    const start = startWalk(scriptOf(template, language), { at, placeholders: call.placeholders });
    const end = here(call.answers.reduce(answer, start));
    expect(end.kind).toBe('end');
    expect(end.outcome).toBe(call.outcome);
  });

  it.each(calls)('$name hears whole sentences: nothing blank, no code', ({ template, language, call }) => {
    const codes = scriptOf(template, language).script.steps.flatMap(({ fields }) =>
      fields.flatMap(({ options }) => (options ?? []).map(({ value }) => value)),
    );
    let walk = startWalk(scriptOf(template, language), { at, placeholders: call.placeholders });
    for (const said of call.answers) {
      walk = answer(walk, {
        stepId: said.stepId,
        ...(said.fields === undefined ? {} : { fields: said.fields }),
      });
      const { text, blanks } = spoken(walk);
      expect(blanks, said.stepId).toEqual([]);
      expect(text, said.stepId).not.toMatch(/[{}]/u);
      if (language === 'ja') for (const code of codes) expect(text.split(/[^a-z0-9_]+/u)).not.toContain(code);
      walk = answer(walk, said);
    }
  });

  it.each(calls)(
    '$name answers with fields of the step and options that it has',
    ({ template, language, call }) => {
      for (const { stepId, fields } of call.answers) {
        const step = scriptOf(template, language).script.steps.find(({ id }) => id === stepId);
        for (const [key, value] of Object.entries(fields ?? {})) {
          const field = step?.fields.find((each) => each.key === key);
          expect(field, `${stepId} ${key}`).toBeDefined();
          const allowed = field?.options?.map((option) => option.value);
          if (allowed === undefined) continue;
          for (const each of Array.isArray(value) ? value : [value]) expect(allowed).toContain(each);
        }
      }
    },
  );

  it('are three for each template, each with an id of its own', () => {
    for (const { samples } of templates) expect(samples).toHaveLength(3);
    const ids = templates.flatMap(({ samples }) => samples.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('an order', () => {
  const call = callOf('order', 0);
  const start = () => startWalk(scriptOf('order', 'ja'), { at, placeholders: call.placeholders });
  const upTo = (stepId: string) => {
    const index = call.answers.findIndex((each) => each.stepId === stepId);
    return call.answers.slice(0, index).reduce(answer, start());
  };

  it('reads back what was typed on the call', () => {
    expect(spoken(upTo('G12')).text).toContain('お届けは2026年10月3日の午前中');
  });

  it('goes on only when all four points were read back, and to a correction at any time', () => {
    const read = answer(upTo('G12'), { stepId: 'G12', fields: { order_readback: ['product', 'total'] } });
    expect(offered(read)).toEqual(['G12-correct']);
    const all = ['product', 'total', 'schedule', 'address'];
    expect(offered(setField(read, 'order_readback', all))).toEqual(['G12-yes', 'G12-correct']);
  });

  it('comes back from a correction straight to the read-back', () => {
    let walk = upTo('G12');
    walk = answer(walk, { stepId: 'G12', fields: { order_readback: ['product'] }, choiceId: 'G12-correct' });
    walk = answer(walk, { stepId: 'S12', choiceId: 'S12-name' });
    walk = answer(walk, { stepId: 'S07', fields: { customer_name: '水野 和香' }, choiceId: 'S07-readback' });
    expect(spoken(walk).text).toContain('水野 和香様');
  });

  it('shows a subscription only for goods that the advert has', () => {
    const listed = answer(upTo('S05'), { stepId: 'S05', fields: { purchase_type: 'subscription' } });
    expect(offered(listed)).toEqual(['S05-subscription', 'S05-none']);
    const unlisted = setField(listed, 'product', 'kombu');
    expect(offered(unlisted)).toEqual(['S05-none']);
    expect(spoken(unlisted).text).not.toContain('定期');
  });
});

describe('a cancellation', () => {
  const call = callOf('cancel', 1);
  const start = () => startWalk(scriptOf('cancel', 'ja'), { at, placeholders: call.placeholders });

  it('passes through the outage script and comes back', () => {
    const outage = callOf('outage', 2);
    let walk = answer(start(), { stepId: 'R01', choiceId: 'R01-trouble' });
    walk = enterCalled(walk, scriptOf('outage', 'ja'), at);
    walk = outage.answers.reduce(answer, {
      ...walk,
      placeholders: { ...walk.placeholders, ...outage.placeholders },
    });
    expect(here(walk).outcome).toBe(outage.outcome);
    walk = leaveCalled(walk, at);
    expect(here(walk).id).toBe('J02');
    expect(here(answer(walk, { stepId: 'J02', choiceId: 'J02-cancel' })).id).toBe('R02');
  });

  it('asks one who insists for the identity only, then goes to the costs', () => {
    let walk = answer(start(), { stepId: 'R01', choiceId: 'R01-cancel' });
    walk = interrupt(walk, 'i-already', at);
    walk = answer(walk, { stepId: 'I20', fields: { skip_offer: 'yes' }, choiceId: 'I20-next' });
    const identity = call.answers.find(({ stepId }) => stepId === 'G03');
    if (identity === undefined) throw new Error('no identity check');
    expect(here(answer(walk, identity)).id).toBe('R20');
  });

  it('speaks of no fee in the renewal month', () => {
    const index = call.answers.findIndex(({ stepId }) => stepId === 'R20');
    const walk = call.answers.slice(0, index).reduce(answer, start());
    expect(spoken(setField(walk, 'renewal', 'yes')).text).toContain('解約料はかかりません');
    expect(spoken(setField(walk, 'renewal', 'no')).text).toContain('解約料は4,180円');
  });
});

describe('an outage', () => {
  const upTo = (stepId: string, sample: number) => {
    const call = callOf('outage', sample);
    const start = startWalk(scriptOf('outage', 'ja'), { at, placeholders: call.placeholders });
    return call.answers
      .slice(
        0,
        call.answers.findIndex((each) => each.stepId === stepId),
      )
      .reduce(answer, start);
  };

  it.each([
    ['company', 'full', 'P1', 'G20'],
    ['department', 'full', 'P2', 'I07'],
    ['company', 'partial', 'P2', 'I07'],
    ['department', 'partial', 'P3', 'I07'],
    ['person', 'full', 'P3', 'I07'],
  ])('of %s, stopped %s, is %s', (impact, work_stopped, priority, next) => {
    let walk = setField(upTo('I05', 1), 'impact', impact);
    walk = setField(walk, 'work_stopped', work_stopped);
    expect(walkValues(walk).priority).toBe(priority);
    expect(here(answer(walk, { stepId: 'I05', choiceId: 'I05-next' })).id).toBe(next);
  });

  it('asks only for the checks that were not tried yet', () => {
    const walk = upTo('I08b', 2);
    expect(spoken(walk).text).toContain('再読み込み');
    expect(spoken(walk).text).not.toContain('別のブラウザ');
  });

  it('goes past the checks when all were tried', () => {
    const tried = ['reload', 'browser', 'device', 'network'];
    expect(here(answer(upTo('I07', 2), { stepId: 'I07', fields: { tried }, choiceId: 'I07-next' })).id).toBe(
      'I09',
    );
  });

  it('that may be a breach goes to security first, also while an incident is posted', () => {
    const fields = { category: 'login', same_incident: 'yes', breach_suspected: 'yes' };
    expect(here(answer(upTo('I02', 0), { stepId: 'I02', fields, choiceId: 'I02-next' })).id).toBe('X70');
  });

  it('is handed over with the reach in words', () => {
    let walk = answer(upTo('I07', 2), { stepId: 'I07', choiceId: 'I07-next' });
    walk = answer(walk, { stepId: 'I08b', choiceId: 'I08b-unchanged' });
    walk = answer(walk, { stepId: 'I09', fields: { reproduces: 'always' }, choiceId: 'I09-next' });
    walk = answer(walk, { stepId: 'I33', fields: { callback: '0525550148' }, choiceId: 'I33-next' });
    expect(spoken(walk).text).toContain('影響は1名、');
  });
});
