import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { textOf } from '../contentText.ts';
import { fieldOf, scriptOf, stepOf, to } from '../script.fixture.ts';
import { writeContent } from './contentWrite.ts';
import { addStep, binStep, duplicateStep, moveStep, purgeBin, setStep, unbinStep } from './edit.ts';
import { addChoice, addField, moveChoice, removeChoice, setChoice, setField } from './editItems.ts';
import {
  addGroup,
  addPlaceholder,
  moveGroup,
  removeGroup,
  setMeta,
  setPlaceholder,
  setPositions,
} from './editScript.ts';
import { draftRoots, mapAt, orderOf, stepFragment } from './layout.ts';
import { readBin, readScript } from './read.ts';
import { fillDraft } from './write.ts';

const position = { x: 0, y: 0 };
const order = (doc: Y.Doc): string =>
  readScript(doc)
    .steps.map(({ id }) => id)
    .join(' ');

describe('what parts hand over and embedded pages', () => {
  const page = { url: 'https://wiki.example.jp/', title: '返品規程', fallback: '窓口へ' };
  const plain = readScript(drafted());

  it('are set and taken away again without a trace', () => {
    const doc = drafted();
    const jump = {
      scriptId: 'other',
      inputs: [{ key: 'plan', from: 'reason' }],
      outputs: [{ key: 'r', to: '' }],
    };
    setStep(doc, 'a', { page, jump }, 'me');
    expect(readScript(doc).steps[0]).toMatchObject({ page, jump });
    setStep(doc, 'a', { page: null, jump: null }, 'me');
    expect(readScript(doc)).toEqual(plain);
  });

  it('leave a page as it is when something else is set', () => {
    const doc = drafted();
    setStep(doc, 'a', { page }, 'me');
    setStep(doc, 'a', { title: '名乗り' }, 'me');
    expect(readScript(doc).steps[0]?.page).toEqual(page);
  });

  it('know one way to hand over nothing', () => {
    const doc = drafted();
    setStep(doc, 'a', { jump: { scriptId: 'other', inputs: [], outputs: [] } }, 'me');
    expect(readScript(doc).steps[0]?.jump).toEqual({ scriptId: 'other' });
  });

  it('mark placeholders as handed in and fields as handed back', () => {
    const doc = drafted();
    addPlaceholder(doc, { key: 'plan', label: '', type: 'text', example: '', fallback: '' }, 'me');
    setPlaceholder(doc, 'plan', { input: true }, 'me');
    addField(doc, 'a', fieldOf('result'), 'me');
    setField(doc, 'a', 'f_result', { output: true, mask: 'last4' }, 'me');
    setPlaceholder(doc, 'plan', { label: 'プラン' }, 'me');
    expect(readScript(doc).placeholders).toMatchObject([{ label: 'プラン', input: true }]);
    expect(readScript(doc).steps[0]?.fields).toMatchObject([{ output: true, mask: 'last4' }]);
    setPlaceholder(doc, 'plan', { input: null }, 'me');
    setField(doc, 'a', 'f_result', { output: null, mask: null }, 'me');
    expect(readScript(doc).placeholders[0]).not.toHaveProperty('input');
    expect(readScript(doc).steps[0]?.fields[0]).not.toHaveProperty('output');
    expect(readScript(doc).steps[0]?.fields[0]).not.toHaveProperty('mask');
  });
});

describe('steps of a draft', () => {
  it('are added after another one or at the end, the first one as the start', () => {
    const doc = new Y.Doc();
    for (const [id, afterId] of [
      ['a', null],
      ['b', null],
      ['c', 'a'],
    ] as const) {
      addStep(doc, { id, kind: 'talk', title: id, group: null, afterId, position }, 'me');
    }
    expect(order(doc)).toBe('a c b');
    expect(readScript(doc).start).toBe('a');
  });

  it('are moved by writing the moved one only', () => {
    const doc = drafted();
    const before = orders(doc);
    moveStep(doc, 'd', { group: null, beforeId: 'b' }, 'me');
    expect(order(doc)).toBe('a d b c e1');
    expect(
      Object.entries(orders(doc))
        .filter(([id, key]) => before[id] !== key)
        .map(([id]) => id),
    ).toEqual(['d']);
  });

  it('find room between two that were added at the same place at the same time', () => {
    const [doc, other] = twins(drafted());
    addStep(doc, { id: 'p', kind: 'talk', title: '', group: null, afterId: 'a', position }, 'me');
    addStep(other, { id: 'q', kind: 'talk', title: '', group: null, afterId: 'a', position }, 'you');
    sync(doc, other);
    expect(orders(doc).p).toBe(orders(doc).q);
    addStep(doc, { id: 'r', kind: 'talk', title: '', group: null, afterId: 'p', position }, 'me');
    expect(order(doc)).toBe('a p r q b c d e1');
  });

  it('go to the bin with what a colleague types in them meanwhile, and come back with it', () => {
    const [doc, other] = twins(drafted());
    binStep(doc, 'b', { by: 'a1', name: '佐藤', at: '2026-11-01T00:00:00.000Z' }, 'me');
    const fragment = stepFragment(other, 'b', 'say');
    if (fragment === null) throw new Error('the step has a line');
    other.transact(() => writeContent(fragment, stepOf('b', { say: 'bでございます。追記' }).say));
    sync(doc, other);
    expect(order(doc)).toBe('a c d e1');
    expect(readScript(doc).steps[0]?.choices[0]?.to).toBeNull();
    expect(readBin(other)).toEqual([
      { id: 'b', title: '題b', by: 'a1', name: '佐藤', at: '2026-11-01T00:00:00.000Z' },
    ]);
    unbinStep(doc, 'b', 'me');
    expect(order(doc)).toBe('a b c d e1');
    expect(textOf(readScript(doc).steps[1]?.say ?? { type: 'doc' })).toBe('bでございます。追記');
    expect(readScript(doc).steps[0]?.choices[0]?.to).toBe('b');
  });

  it('are purged from the bin once they are old enough', () => {
    const doc = drafted();
    binStep(doc, 'b', { by: 'x', name: '', at: '2026-10-01T00:00:00.000Z' }, 'me');
    binStep(doc, 'c', { by: 'x', name: '', at: '2026-11-01T00:00:00.000Z' }, 'me');
    expect(purgeBin(doc, '2026-10-15T00:00:00.000Z', 'me')).toEqual(['b']);
    expect(readBin(doc).map(({ id }) => id)).toEqual(['c']);
  });

  it('are copied whole with new ids, a loop to the step itself to the copy', () => {
    const doc = drafted();
    addChoice(doc, 'b', { id: 'loop', label: '再度', to: 'b', when: null }, 'me');
    expect(duplicateStep(doc, 'b', (old) => `${old}2`, 'me')).toBe('b2');
    const [, b, b2] = readScript(doc).steps;
    expect(b2).toMatchObject({ id: 'b2', title: '題b', say: b?.say, position: { x: 40, y: 40 } });
    expect(b2?.choices.map((choice) => [choice.id, choice.to])).toEqual([
      ['c12', 'c'],
      ['loop2', 'b2'],
    ]);
    expect(b2?.fields).toEqual(b?.fields.map((field) => ({ ...field, id: `${field.id}2` })));
    expect(duplicateStep(doc, 'gone', (old) => old, 'me')).toBeNull();
  });

  it('that are not there are passed over', () => {
    const doc = drafted();
    const updates: unknown[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    setStep(doc, 'gone', { title: 'x' }, 'me');
    moveStep(doc, 'gone', { group: null, beforeId: null }, 'me');
    setChoice(doc, 'b', 'gone', { label: 'x' }, 'me');
    setStep(doc, 'b', { title: '題b', kind: 'talk' }, 'me');
    expect(updates).toEqual([]);
  });
});

describe('parts of a draft', () => {
  it('are moved and removed; a retarget against a removal loses', () => {
    const [doc, other] = twins(drafted());
    addChoice(doc, 'a', { id: 'c9', label: '九', to: 'c', when: null }, 'me');
    moveChoice(doc, 'a', 'c9', 'c1', 'me');
    expect(readScript(doc).steps[0]?.choices.map(({ id }) => id)).toEqual(['c9', 'c1']);
    removeChoice(doc, 'a', 'c1', 'me');
    setChoice(other, 'a', 'c1', { to: 'd' }, 'you');
    sync(doc, other);
    expect(readScript(other).steps[0]?.choices.map(({ id }) => id)).toEqual(['c9']);
  });

  it('lose an optional member by null and keep the others', () => {
    const doc = drafted();
    setField(doc, 'b', 'f_qty', { min: null, label: '個数' }, 'me');
    expect(readScript(doc).steps[1]?.fields).toEqual([
      fieldOf('qty', { type: 'number', max: 9, label: '個数' }),
    ]);
  });

  it('include groups, data of the script and places on the map', () => {
    const doc = drafted();
    for (const id of ['g1', 'g2']) addGroup(doc, { id, title: id }, 'me');
    setStep(doc, 'a', { group: 'g1' }, 'me');
    moveGroup(doc, 'g2', 'g1', 'me');
    expect(readScript(doc).groups.map(({ id }) => id)).toEqual(['g2', 'g1']);
    removeGroup(doc, 'g1', 'me');
    expect(readScript(doc).steps[0]?.group).toBeNull();
    setMeta(doc, { title: '新', start: 'b' }, 'me');
    setPositions(doc, [['a', { x: 1, y: 2 }]], 'me');
    expect(readScript(doc)).toMatchObject({ title: '新', start: 'b', language: 'ja' });
    expect(readScript(doc).steps[0]?.position).toEqual({ x: 1, y: 2 });
  });

  it('are undone one command at a time, a colleague’s left alone', () => {
    const doc = drafted();
    const { steps, positions, meta } = draftRoots(doc);
    const undo = new Y.UndoManager([steps, positions, meta], {
      trackedOrigins: new Set(['me']),
      captureTimeout: 0,
    });
    setStep(doc, 'a', { title: '一' }, 'me');
    addStep(doc, { id: 'n', kind: 'talk', title: 'n', group: null, afterId: 'a', position }, 'me');
    setStep(doc, 'b', { title: '同僚' }, 'you');
    undo.undo();
    expect(order(doc)).toBe('a b c d e1');
    undo.undo();
    expect(
      readScript(doc)
        .steps.slice(0, 2)
        .map(({ title }) => title),
    ).toEqual(['題a', '同僚']);
  });
});

function drafted(): Y.Doc {
  const doc = new Y.Doc();
  const fields = [fieldOf('qty', { type: 'number', min: 1, max: 9 })];
  const script = scriptOf([
    stepOf('a', { choices: to('b') }),
    stepOf('b', { choices: to('c'), fields }),
    stepOf('c', { choices: to('d') }),
    stepOf('d', { choices: to('e1') }),
    stepOf('e1'),
  ]);
  fillDraft(doc, script, 'test');
  return doc;
}

function orders(doc: Y.Doc): Record<string, string> {
  const { steps } = draftRoots(doc);
  return Object.fromEntries(Array.from(steps.keys(), (id) => [id, orderOf(mapAt(steps, id) ?? new Y.Map())]));
}

function twins(doc: Y.Doc): [Y.Doc, Y.Doc] {
  const other = new Y.Doc();
  sync(doc, other);
  return [doc, other];
}

function sync(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
}
