import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentOf } from '../contentText.ts';
import { writeContent } from './contentWrite.ts';
import { binStep, setStep, unbinStep } from './edit.ts';
import { stepFragment } from './layout.ts';
import { randomContent, randomScript } from './randomScript.fixture.ts';
import { readScript } from './read.ts';
import { watchScript } from './watch.ts';
import { bringDraftTo, fillDraft } from './write.ts';

it('reads what readScript reads, whatever happens in between', () => {
  const edit = fc.record({ what: fc.nat(4), which: fc.nat(5), content: randomContent });
  fc.assert(
    fc.property(randomScript, randomScript, fc.array(edit, { maxLength: 12 }), (script, target, edits) => {
      const doc = new Y.Doc();
      fillDraft(doc, script, 'test');
      const reader = watchScript(doc);
      for (const { what, which, content } of edits) {
        const id = 'abcdef'[which] ?? 'a';
        const fragment = stepFragment(doc, id, 'say');
        if (what === 0) setStep(doc, id, { title: 'x' }, 'me');
        if (what === 1) binStep(doc, id, { by: 'me', name: '', at: '' }, 'me');
        if (what === 2) unbinStep(doc, id, 'me');
        if (what === 3) bringDraftTo(doc, target, { stepId: null, by: '', name: '', at: '' }, 'me');
        if (what === 4 && fragment !== null) doc.transact(() => writeContent(fragment, content));
        expect(reader.read()).toEqual(readScript(doc));
      }
      reader.stop();
    }),
    { numRuns: 40 },
  );
});

it('keeps the texts that did not change, and sees what a colleague typed', () => {
  const doc = new Y.Doc();
  const other = new Y.Doc();
  const [script] = fc.sample(
    randomScript.filter(({ steps }) => steps.length > 1),
    { numRuns: 1, seed: 7 },
  );
  if (script === undefined) throw new Error('one sample');
  fillDraft(doc, script, 'test');
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const reader = watchScript(doc);
  const before = reader.read();
  const id = before.steps[0]?.id ?? '';
  const fragment = stepFragment(other, id, 'say');
  if (fragment === null) throw new Error('a step has a line');
  other.transact(() => writeContent(fragment, contentOf('同僚の文')));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  const after = reader.read();
  expect(after.steps[0]?.say).toEqual(contentOf('同僚の文'));
  expect(after.steps[0]?.do).toBe(before.steps[0]?.do);
  expect(after.steps[1]?.say).toBe(before.steps[1]?.say);
  reader.stop();
});
