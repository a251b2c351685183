import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { canonicalJson } from '../canonical.ts';
import { Script, StepKind } from '../schema.ts';
import { writeContent } from './contentWrite.ts';
import { addStep, binStep, duplicateStep, moveStep, setStep, unbinStep } from './edit.ts';
import { addChoice, addField, addGate, moveChoice, removeChoice, setChoice, setField } from './editItems.ts';
import {
  addGroup,
  addInterrupt,
  addPlaceholder,
  moveGroup,
  removeGroup,
  setMeta,
  setPosition,
} from './editScript.ts';
import { stepFragment } from './layout.ts';
import { randomContent, randomScript } from './randomScript.fixture.ts';
import { readBin, readScript } from './read.ts';
import { bringDraftTo, fillDraft } from './write.ts';

interface Pick {
  replica: number;
  what: number;
  a: number;
  b: number;
  content: Parameters<typeof writeContent>[1];
}

const pick: fc.Arbitrary<Pick> = fc.record({
  replica: fc.nat(2),
  what: fc.nat(20),
  a: fc.nat(9),
  b: fc.nat(9),
  content: randomContent,
});

it('gives every replica the same valid script after concurrent edits, in whatever order they sync', () => {
  fc.assert(
    fc.property(
      randomScript,
      randomScript,
      fc.array(pick, { minLength: 10, maxLength: 40 }),
      fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 6 }),
      (script, target, picks, syncs) => {
        const replicas = [0, 1, 2].map(() => new Y.Doc());
        const [first] = replicas;
        if (first === undefined) throw new Error('three replicas');
        fillDraft(first, script, 'test');
        everyoneSyncs(replicas);
        picks.forEach((each, index) => {
          const doc = replicas[each.replica];
          if (doc === undefined) return;
          edit(doc, each, `n${each.replica}${index}`, target);
          if (index % 9 === 8) replicas.forEach((other) => sync(doc, other));
        });
        for (const [a, b] of syncs) sync(replicas[a] ?? first, replicas[b] ?? first);
        everyoneSyncs(replicas);
        const results = replicas.map((doc) => canonicalJson(readScript(doc)));
        expect(new Set(results).size).toBe(1);
        for (const doc of replicas) Script.parse(readScript(doc));
      },
    ),
    { numRuns: 60 },
  );
});

function edit(doc: Y.Doc, { what, a, b, content }: Pick, id: string, target: Script): void {
  const { steps, groups } = readScript(doc);
  const step = steps[a % Math.max(1, steps.length)];
  const other = steps[b % Math.max(1, steps.length)];
  const stepId = step?.id ?? 'none';
  const choice = step?.choices[b % Math.max(1, step.choices.length)]?.id ?? 'none';
  const kind = StepKind.options[b % 6] ?? 'talk';
  const actions: (() => unknown)[] = [
    () => addStep(doc, { id, kind, title: id, group: null, afterId: stepId, position: { x: a, y: b } }, 'me'),
    () => addStep(doc, { id, kind, title: id, group: null, afterId: null, position: { x: a, y: b } }, 'me'),
    () => setStep(doc, stepId, { title: id, kind }, 'me'),
    () => moveStep(doc, stepId, { group: groups[0]?.id ?? null, beforeId: other?.id ?? null }, 'me'),
    () => moveStep(doc, stepId, { group: null, beforeId: null }, 'me'),
    () => binStep(doc, stepId, { by: 'me', name: '', at: '2026-01-01T00:00:00Z' }, 'me'),
    () => unbinStep(doc, readBin(doc)[0]?.id ?? 'none', 'me'),
    () => duplicateStep(doc, stepId, (old) => `${id}${old}`.slice(0, 64), 'me'),
    () => addChoice(doc, stepId, { id, label: id, to: other?.id ?? null, when: null }, 'me'),
    () => setChoice(doc, stepId, choice, { to: other?.id ?? null }, 'me'),
    () => moveChoice(doc, stepId, choice, step?.choices[0]?.id ?? null, 'me'),
    () => removeChoice(doc, stepId, choice, 'me'),
    () =>
      addField(doc, stepId, { id, key: id, label: id, type: 'text', required: true, personal: false }, 'me'),
    () => setField(doc, stepId, step?.fields[0]?.id ?? 'none', { options: null, min: a }, 'me'),
    () => addGate(doc, stepId, { id, label: id }, 'me'),
    () => addGroup(doc, { id, title: id }, 'me'),
    () => moveGroup(doc, groups.at(-1)?.id ?? 'none', groups[0]?.id ?? null, 'me'),
    () => removeGroup(doc, groups[0]?.id ?? 'none', 'me'),
    () => addPlaceholder(doc, { key: id, label: id, type: 'text', example: '', fallback: '' }, 'me'),
    () => addInterrupt(doc, { id, label: id, to: stepId }, 'me'),
    () =>
      b < 3
        ? bringDraftTo(doc, target, { stepId: null, by: 'me', name: '', at: '2026' }, 'me')
        : setMeta(doc, { start: stepId }, 'me'),
  ];
  actions[what]?.();
  const fragment = stepFragment(doc, stepId, 'say');
  if (fragment !== null && b > 5) doc.transact(() => writeContent(fragment, content), 'me');
  if (step !== undefined) setPosition(doc, stepId, { x: a, y: b }, 'me');
}

function everyoneSyncs(replicas: readonly Y.Doc[]): void {
  for (let round = 0; round < 2; round += 1) for (const a of replicas) for (const b of replicas) sync(a, b);
}

function sync(a: Y.Doc, b: Y.Doc): void {
  if (a === b) return;
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
}
