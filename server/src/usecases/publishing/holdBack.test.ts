import { expect, it } from 'vitest';
import { contentOf } from '@daihon/shared/script/contentText';
import type { Script } from '@daihon/shared/script/schema';
import { newScript } from '../scripts/newScript.ts';
import { holdBack } from './holdBack.ts';

function edited(script: Script, text: string, hold: boolean): Script {
  const steps = script.steps.map((step, index) =>
    index === 0 ? { ...step, say: contentOf(text), hold } : step,
  );
  return { ...script, steps };
}

it('puts out a held step as it was published, and the others as they stand', () => {
  const published = newScript('受注');
  const draft = { ...edited(published, '作業中の文', true), title: '受注 改' };
  const out = holdBack(draft, published);
  expect(out.title).toBe('受注 改');
  expect(out.steps).toEqual(published.steps);
});

it('puts out an edited step that is not held', () => {
  const published = newScript('受注');
  const draft = edited(published, '新しい文', false);
  expect(holdBack(draft, published)).toEqual(draft);
});

it('leaves out a held step that was never published', () => {
  const draft = edited(newScript('受注'), '作業中の文', true);
  expect(holdBack(draft, null).steps.map((step) => step.kind)).toEqual(['end']);
});

it('takes a held step out of a group that is gone', () => {
  const base = newScript('受注');
  const published: Script = {
    ...base,
    groups: [{ id: 'g1', title: '受付' }],
    steps: base.steps.map((step) => ({ ...step, group: 'g1' })),
  };
  const draft: Script = {
    ...published,
    groups: [],
    steps: published.steps.map((step) => ({ ...step, hold: true })),
  };
  expect(holdBack(draft, published).steps.map((step) => step.group)).toEqual([null, null]);
});
