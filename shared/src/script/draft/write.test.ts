import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { canonicalJson } from '../canonical.ts';
import { contentOf, textOf } from '../contentText.ts';
import { Script } from '../schema.ts';
import { setStep } from './edit.ts';
import { draftRoots, stepFragment } from './layout.ts';
import { randomScript } from './randomScript.fixture.ts';
import { readBin, readScript } from './read.ts';
import { bringDraftTo, fillDraft } from './write.ts';

const restore = { stepId: null, by: 'a1', name: '佐藤', at: '2026-11-24T00:00:00.000Z' };

describe('filling and restoring a draft', () => {
  it('reads back what was written into an empty draft', () => {
    fc.assert(
      fc.property(randomScript, (script) => {
        const doc = new Y.Doc();
        fillDraft(doc, script, 'test');
        expect(canonicalJson(readScript(doc))).toBe(canonicalJson(script));
        Script.parse(readScript(doc));
      }),
      { numRuns: 60 },
    );
  });

  it('brings any draft to any script', () => {
    fc.assert(
      fc.property(randomScript, randomScript, (before, after) => {
        const doc = new Y.Doc();
        fillDraft(doc, before, 'test');
        bringDraftTo(doc, after, restore, 'restore');
        expect(canonicalJson(readScript(doc))).toBe(canonicalJson(after));
        bringDraftTo(doc, before, restore, 'restore');
        expect(canonicalJson(readScript(doc))).toBe(canonicalJson(before));
      }),
      { numRuns: 80 },
    );
  });

  it('writes nothing when the draft is already there', () => {
    fc.assert(
      fc.property(randomScript, (script) => {
        const doc = new Y.Doc();
        fillDraft(doc, script, 'test');
        const updates: Uint8Array[] = [];
        doc.on('update', (update: Uint8Array) => updates.push(update));
        bringDraftTo(doc, readScript(doc), restore, 'restore');
        readScript(doc);
        expect(updates).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps what a colleague types while an old version is restored', () => {
    const [doc, colleague] = twins(sample('お電話ありがとうございます。'));
    const old = readScript(doc);
    setSay(doc, 'お電話いただき、まことにありがとうございます。');
    sync(doc, colleague);
    bringDraftTo(doc, old, restore, 'restore');
    sayText(colleague).insert(sayText(colleague).length, '（佐藤の追記）');
    sync(doc, colleague);
    expect(textOf(readScript(doc).steps[0]?.say ?? contentOf(''))).toBe(
      'お電話ありがとうございます。（佐藤の追記）',
    );
    expect(readScript(colleague)).toEqual(readScript(doc));
  });

  it('puts the steps that a restore takes out into the bin', () => {
    const doc = new Y.Doc();
    fillDraft(doc, sample('一'), 'test');
    bringDraftTo(doc, { ...sample('一'), steps: [], start: null }, restore, 'restore');
    expect(readScript(doc).steps).toEqual([]);
    expect(readBin(doc)).toEqual([{ id: 's1', title: '名乗り', by: 'a1', name: '佐藤', at: restore.at }]);
  });

  it('replaces a long text that has nothing to do with the new one', () => {
    const long = 'お電話ありがとうございます。𠮷'.repeat(150);
    const other = Array.from(long).reverse().join('');
    const doc = new Y.Doc();
    fillDraft(doc, sample(''), 'test');
    for (const text of [long, other, `${long}終`, 'あ', long, '']) {
      setSay(doc, text);
      expect(textOf(readScript(doc).steps[0]?.say ?? contentOf(''))).toBe(text);
    }
  });

  it('restores a single step and leaves the others alone', () => {
    const doc = new Y.Doc();
    const first = sample('一');
    const two = {
      ...first,
      steps: [...first.steps, ...sample('二').steps.map((step) => ({ ...step, id: 's2' }))],
    };
    fillDraft(doc, two, 'test');
    setStep(doc, 's1', { title: '変更一' }, 'test');
    setStep(doc, 's2', { title: '変更二' }, 'test');
    bringDraftTo(doc, two, { ...restore, stepId: 's2' }, 'restore');
    expect(readScript(doc).steps.map(({ title }) => title)).toEqual(['変更一', '名乗り']);
  });
});

describe('reading a broken draft', () => {
  it('gives a valid script whatever stands in the maps', () => {
    const doc = new Y.Doc();
    const roots = draftRoots(doc);
    roots.meta.set('title', 5);
    roots.meta.set('start', 'nowhere');
    roots.steps.set('plain', 'text');
    roots.steps.set('bad id!', new Y.Map());
    roots.steps.set(
      's1',
      new Y.Map<unknown>([
        ['kind', 'dance'],
        ['group', 'gone'],
        ['title', 'あ'.repeat(900)],
      ]),
    );
    const choices = new Y.Map<unknown>([
      [
        'c1',
        new Y.Map<unknown>([
          ['to', 'gone'],
          ['when', ''],
        ]),
      ],
    ]);
    (roots.steps.get('s1') as Y.Map<unknown>).set('choices', choices);
    const fields = new Y.Map<unknown>([
      [
        'f1',
        new Y.Map<unknown>([
          ['key', '数量'],
          ['type', 'x'],
          ['options', 3],
        ]),
      ],
    ]);
    (roots.steps.get('s1') as Y.Map<unknown>).set('fields', fields);
    roots.positions.set('s1', 'here');
    roots.placeholders.set('Bad Key', new Y.Map());
    const script = Script.parse(readScript(doc));
    expect(script.start).toBe('s1');
    expect(script.steps[0]).toMatchObject({ kind: 'talk', group: null, choices: [{ to: null, when: null }] });
    expect(script.placeholders).toEqual([]);
  });

  it('seeds a new empty text so that two people may start in it', () => {
    const doc = new Y.Doc();
    fillDraft(doc, sample(''), 'test');
    const paragraph = stepFragment(doc, 's1', 'say')?.get(0);
    expect(paragraph instanceof Y.XmlElement && paragraph.get(0) instanceof Y.XmlText).toBe(true);
  });
});

function sample(say: string): Script {
  return Script.parse({
    schema: 1,
    title: '受注',
    language: 'ja',
    start: 's1',
    placeholders: [],
    groups: [],
    interrupts: [],
    steps: [
      {
        id: 's1',
        kind: 'talk',
        title: '名乗り',
        group: null,
        mustRead: false,
        hold: false,
        say: contentOf(say),
        do: contentOf(''),
        caution: contentOf(''),
        gates: [],
        fields: [],
        choices: [],
        jump: null,
        outcome: null,
        position: { x: 0, y: 0 },
      },
    ],
  });
}

function twins(script: Script): [Y.Doc, Y.Doc] {
  const doc = new Y.Doc();
  fillDraft(doc, script, 'test');
  const other = new Y.Doc();
  sync(doc, other);
  return [doc, other];
}

function sync(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
}

function setSay(doc: Y.Doc, text: string): void {
  bringDraftTo(doc, sample(text), restore, 'test');
}

function sayText(doc: Y.Doc): Y.XmlText {
  const paragraph = stepFragment(doc, 's1', 'say')?.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('the sample has one paragraph of text');
  return text;
}
