import { describe, expect, it } from 'vitest';
import { check } from '../script/check.ts';
import { textOf } from '../script/contentText.ts';
import { stepRoles } from '../script/kinds.ts';
import { Script, type Step } from '../script/schema.ts';
import { templateOf, templates } from './catalogue.ts';
import { templateScriptId, withScriptIds, type Language } from './template.ts';

const languages: readonly Language[] = ['ja', 'en'];
const scripts = templates.flatMap(({ id, scripts: twins }) =>
  languages.map((language) => ({ name: `${id} (${language})`, script: twins[language] })),
);

/** Everything of a script but its words. */
function structureOf(script: Script): unknown {
  return {
    ...script,
    title: null,
    language: null,
    placeholders: script.placeholders.map(({ key, type }) => ({ key, type })),
    groups: script.groups.map((group) => ({ ...group, title: null })),
    interrupts: script.interrupts.map(({ id, to }) => ({ id, to })),
    steps: script.steps.map((step) => ({
      ...step,
      title: null,
      outcome: step.outcome === null ? null : 'given',
      say: shapeOf(step.say),
      do: shapeOf(step.do),
      caution: shapeOf(step.caution),
      gates: step.gates.map(({ id }) => id),
      fields: step.fields.map((field) => ({
        ...field,
        label: null,
        options: field.options?.map(({ value }) => value),
      })),
      choices: step.choices.map(({ id, to, when }) => ({ id, to, when })),
    })),
  };
}

/** The blocks with their conditions and whether anything is written in them. */
function shapeOf(content: Step['say']): unknown {
  return (content.content ?? []).map((block) =>
    block.type === 'paragraph'
      ? { when: block.attrs?.when ?? null, empty: block.content === undefined }
      : { items: block.content?.length },
  );
}

describe('the templates that ship in the box', () => {
  it('are three, found by id', () => {
    expect(templates.map(({ id }) => id).sort()).toEqual(['cancel', 'order', 'outage']);
    expect(templateOf('cancel')?.scripts.ja.title).toContain('あおぞら光');
    expect(templateOf('toString')).toBeNull();
  });

  it.each(scripts)('$name is a Script document', ({ script }) => {
    expect(Script.parse(script)).toEqual(script);
  });

  it.each(scripts)('$name passes the checks that come before publishing', ({ script }) => {
    const scriptIds = new Set(templates.map(({ id }) => templateScriptId(id)));
    expect(check(script, { scriptIds, publishedIds: scriptIds })).toEqual([]);
  });

  it.each(scripts)('$name has a title, a place of its own and a known group for each step', ({ script }) => {
    const groups = new Set(script.groups.map(({ id }) => id));
    const places = script.steps.map(({ position }) => `${position.x},${position.y}`);
    expect(new Set(places).size).toBe(places.length);
    for (const step of script.steps) {
      expect(step.title).not.toBe('');
      expect(groups).toContain(step.group);
    }
  });

  it.each(templates)('$id has the same structure in both languages', ({ scripts: { ja, en } }) => {
    expect([ja.language, en.language]).toEqual(['ja', 'en']);
    expect(structureOf(en)).toEqual(structureOf(ja));
  });

  it.each(templates)(
    '$id uses the same placeholders at the same steps in both languages',
    ({ scripts: { ja, en } }) => {
      const used = (script: Script): string[][] =>
        script.steps.map((step) =>
          [...new Set(stepRoles.flatMap((role) => textOf(step[role]).match(/\{\{[^}]*\}\}/gu) ?? []))].sort(),
        );
      expect(used(en)).toEqual(used(ja));
    },
  );

  it.each(templates)(
    '$id is written in Japanese and in English, not in a mixture',
    ({ scripts: { ja, en } }) => {
      expect(JSON.stringify(en)).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/u);
      for (const { id, say } of ja.steps) {
        if (textOf(say) !== '') expect(textOf(say), id).toMatch(/[\u3040-\u30ff]/u);
      }
    },
  );

  it.each(scripts)('$name keeps its spoken sentences short', ({ script }) => {
    const longest = script.language === 'ja' ? 80 : 160;
    for (const { id, say } of script.steps) {
      const sentences = textOf(say).split(/[。\n]|(?<=[.?!:])\s/u);
      for (const sentence of sentences) expect(sentence.length, `${id}: ${sentence}`).toBeLessThan(longest);
    }
  });
});

describe('the end codes', () => {
  const expected = {
    order: ['受注', '検討', '対象外転送', '苦情引継'],
    cancel: ['解約受付', '継続（提案）', '継続（自発）', 'プラン変更', '移転引継', '保留折返し', '承継引継'],
    outage: ['既知障害登録', '回避策で解決', '二次引継', '操作案内', '対象外', 'セキュリティ引継'],
  };

  it.each(templates)('of $id are all in use', ({ id, scripts: { ja } }) => {
    const used = new Set(ja.steps.map(({ outcome }) => outcome).filter((outcome) => outcome !== null));
    expect([...used].sort()).toEqual([...expected[id]].sort());
  });
});

describe('the cancellation script', () => {
  it('calls the outage script, under the id that it was given', () => {
    const template = templateOf('cancel');
    if (template === null) throw new Error('no such template');
    const calls = (script: Script): string[] =>
      script.steps.flatMap(({ jump }) => (jump === null ? [] : [jump.scriptId]));
    expect(calls(template.scripts.ja)).toEqual(['template-outage', 'template-outage']);
    const seeded = withScriptIds(template.scripts.ja, (id) => `made-from-${id}`);
    expect(calls(seeded)).toEqual(['made-from-outage', 'made-from-outage']);
    const inputs = [{ key: 'customer.name', from: 'customer.name' }];
    const handing = {
      ...template.scripts.ja,
      steps: template.scripts.ja.steps.map((step) =>
        step.jump === null ? step : { ...step, jump: { ...step.jump, inputs } },
      ),
    };
    const kept = withScriptIds(handing, (id) => `made-from-${id}`).steps.flatMap(({ jump }) => jump ?? []);
    expect(kept).toEqual([1, 2].map(() => ({ scriptId: 'made-from-outage', inputs })));
  });

  it('offers the way to cancel wherever an offer is made, without a condition', () => {
    const steps = templateOf('cancel')?.scripts.ja.steps ?? [];
    for (const id of ['R06', 'R10', 'R11', 'R12', 'R13', 'G14']) {
      const choices = steps.find((step) => step.id === id)?.choices ?? [];
      expect(choices, id).toContainEqual(expect.objectContaining({ to: 'R20', when: null }));
    }
  });
});
