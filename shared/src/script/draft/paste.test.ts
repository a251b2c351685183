import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { clipOf } from '../clip/clip.ts';
import { readClip } from '../clip/readClip.ts';
import type { StepsClip } from '../clip/readClip.ts';
import { fieldOf, scriptOf, stepOf, to } from '../script.fixture.ts';
import type { Script } from '../schema.ts';
import { binStep } from './edit.ts';
import { draftRoots } from './layout.ts';
import { pastePart, planPaste } from './paste.ts';
import type { PasteOptions } from './paste.ts';
import { readScript } from './read.ts';
import { fillDraft } from './write.ts';

const name = {
  key: 'customer.name',
  label: 'お客様名',
  type: 'text',
  example: '山田様',
  fallback: 'お客様',
} as const;
const plan = { ...name, key: 'plan', label: 'プラン' };

const source = scriptOf(
  [
    stepOf('s1', { say: '{{customer.name}}でいらっしゃいますか。', choices: to('s2', 's3'), group: 'g1' }),
    stepOf('s2', { choices: to(['s1', 'plan == "gold"'], 'e1'), fields: [fieldOf('quantity')], group: 'g1' }),
    stepOf('s3', { position: { x: 500, y: 300 } }),
    stepOf('e1'),
  ],
  {
    groups: [{ id: 'g1', title: '受付', colour: '#0f766e' }],
    placeholders: [name, plan, { ...name, key: 'plan.code' }],
  },
);

function draftOf(script: Script): Y.Doc {
  const doc = new Y.Doc();
  fillDraft(doc, script, null);
  return doc;
}

function clip(ids: string[], cut = false): StepsClip {
  const made = readClip(JSON.stringify(clipOf(source, ids, cut)));
  if (made === null) throw new Error('no clip');
  return made;
}

function pasteSteps(doc: Y.Doc, copied: StepsClip, wishes: PasteOptions, origin: unknown): string[] {
  const plan = planPaste(doc, copied, wishes);
  doc.transact(() => plan.parts.forEach((_, index) => pastePart(doc, plan, index, origin)), origin);
  return plan.ids;
}

let count = 0;
const options = { newId: () => `n${(count += 1)}`, at: { x: 100, y: 100 }, afterId: null, group: null };

describe('copied steps', () => {
  it('carry the groups and the placeholders that they name, and no others', () => {
    const { groups, placeholders } = clip(['s1', 's2']);
    expect(groups.map(({ id }) => id)).toEqual(['g1']);
    expect(placeholders.map(({ key }) => key)).toEqual(['customer.name', 'plan']);
    expect(clipOf(source, ['nobody'])).toBeNull();
  });

  it('are read from the clipboard by their schema alone', () => {
    expect(readClip('{"daihon":"steps"}')).toBeNull();
    expect(readClip('お電話ありがとうございます')).toBeNull();
    const wrong = { ...clip(['s1']), steps: [{ ...clip(['s1']).steps[0], id: '<script>' }] };
    expect(readClip(JSON.stringify(wrong))).toBeNull();
  });

  it('keep the ways among themselves in another script; ways out of them lead nowhere', () => {
    const target = draftOf(scriptOf([stepOf('other')], { placeholders: [{ ...plan, label: '契約プラン' }] }));
    const ids = pasteSteps(target, clip(['s1', 's2']), { ...options, afterId: 'other' }, null);
    const script = readScript(target);
    expect(script.steps.map(({ id }) => id)).toEqual(['other', ...ids]);
    const [, first, second] = script.steps;
    expect(first?.choices.map((choice) => choice.to)).toEqual([ids[1], null]);
    expect(second?.choices.map((choice) => choice.to)).toEqual([ids[0], null]);
    expect(first?.position).toEqual({ x: 100, y: 100 });
    expect(script.groups).toEqual([{ id: first?.group, title: '受付', colour: '#0f766e' }]);
    expect(script.placeholders.map(({ key, label }) => `${key} ${label}`)).toEqual([
      'plan 契約プラン',
      'customer.name お客様名',
    ]);
  });

  it('pasted twice are two sets of steps with ids of their own', () => {
    const doc = draftOf(source);
    const once = pasteSteps(doc, clip(['s1', 's2']), options, null);
    const twice = pasteSteps(doc, clip(['s1', 's2']), options, null);
    const { steps, groups } = readScript(doc);
    expect(new Set([...once, ...twice]).size).toBe(4);
    expect(steps).toHaveLength(8);
    const items = steps.flatMap(({ choices, fields }) => [...choices, ...fields].map(({ id }) => id));
    // The fixture's own ids repeat from step to step; those of the copies never do.
    const copied = items.filter((id) => id.startsWith('n'));
    expect(new Set(copied).size).toBe(copied.length);
    expect(steps.find(({ id }) => id === once[1])?.choices[1]?.to).toBe('e1');
    expect(groups).toHaveLength(1);
  });

  it('that were cut come back as themselves once, with what leads to them, and as copies after that', () => {
    const doc = draftOf(source);
    const cut = clip(['s2'], true);
    binStep(doc, 's2', { by: 'a2', name: '田中', at: '2026-01-01T00:00:00.000Z' }, null);
    expect(pasteSteps(doc, cut, { ...options, afterId: 's3' }, null)).toEqual(['s2']);
    expect(readScript(doc).steps.map(({ id }) => id)).toEqual(['s1', 's3', 's2', 'e1']);
    expect(readScript(doc).steps[0]?.choices[0]?.to).toBe('s2');
    expect(pasteSteps(doc, cut, options, null)).not.toEqual(['s2']);
  });

  it('of a large copy are written in parts that each fit one frame, in order', () => {
    const many = scriptOf(
      Array.from({ length: 300 }, (_, index) =>
        stepOf(`m${index}`, {
          say: 'お電話ありがとうございます。'.repeat(20),
          choices: to(`m${(index + 1) % 300}`),
        }),
      ),
    );
    const doc = draftOf(scriptOf([stepOf('first'), stepOf('last')]));
    const copied = clipOf(
      many,
      many.steps.map(({ id }) => id),
    );
    if (copied === null) throw new Error('no clip');
    const plan = planPaste(doc, copied, { ...options, afterId: 'first' });
    const sizes: number[] = [];
    doc.on('update', (update: Uint8Array) => sizes.push(update.length));
    plan.parts.forEach((_, index) => pastePart(doc, plan, index, 'me'));
    expect(Math.max(...sizes)).toBeLessThan(200_000);
    const { steps } = readScript(doc);
    expect(steps.map(({ id }) => id)).toEqual(['first', ...plan.ids, 'last']);
    expect(steps[300]?.choices[0]?.to).toBe(plan.ids[0]);
  });

  it('are one change to undo', () => {
    const doc = draftOf(scriptOf([stepOf('other')]));
    const before = readScript(doc);
    const undo = new Y.UndoManager(Object.values(draftRoots(doc)), { trackedOrigins: new Set(['me']) });
    pasteSteps(doc, clip(['s1', 's2', 's3']), options, 'me');
    expect(undo.undoStack).toHaveLength(1);
    undo.undo();
    expect(readScript(doc)).toEqual(before);
  });
});
