import { describe, expect, it } from 'vitest';
import { contentOf } from '../script/contentText.ts';
import type { Script, Step } from '../script/schema.ts';
import { scriptOf, stepOf, to } from '../script/script.fixture.ts';
import { mergeBack } from './mergeBack.ts';

const before = scriptOf([
  stepOf('s1', { choices: to('s2') }),
  stepOf('s2', { choices: to('e1') }),
  stepOf('e1'),
]);
/** The file knows no s2, says another thing in s1 and brings s9. */
const after = scriptOf([
  stepOf('s1', { say: '読み込んだ文です。', choices: to('s9') }),
  stepOf('s9', { choices: to('e1') }),
  stepOf('e1'),
]);

function changed(script: Script, id: string, patch: Partial<Step>): Script {
  return { ...script, steps: script.steps.map((step) => (step.id === id ? { ...step, ...patch } : step)) };
}

describe('taking back what a file replaced', () => {
  it('gives the draft of before when nobody touched it since', () => {
    expect(mergeBack(before, after, after)).toEqual({ script: before, kept: [] });
  });

  it('keeps a text that was changed since, and brings everything else of its step back', () => {
    const now = changed(after, 's1', { do: contentOf('後から書いた指示') });
    const { script, kept } = mergeBack(before, after, now);
    expect(script).toEqual(changed(before, 's1', { do: contentOf('後から書いた指示') }));
    expect(kept).toEqual(['題s1']);
  });

  it('keeps a step that was added since, behind the step it stands behind, and one of the file that was changed since', () => {
    const touched = changed(after, 's9', { title: '直した題' });
    const now = {
      ...touched,
      steps: [...touched.steps.slice(0, 1), stepOf('n1'), ...touched.steps.slice(1)],
    };
    const { script, kept } = mergeBack(before, after, now);
    expect(script.steps.map(({ id }) => id)).toEqual(['s1', 'n1', 's9', 's2', 'e1']);
    expect(kept).toEqual(['題n1', '直した題']);
  });

  it('leaves away what was thrown away since, and no choice that leads there', () => {
    const now = { ...after, steps: after.steps.filter(({ id }) => id !== 'e1') };
    const { script, kept } = mergeBack(before, after, now);
    expect(script.steps.map(({ id, choices }) => [id, choices.map((each) => each.to)])).toEqual([
      ['s1', ['s2']],
      ['s2', [null]],
    ]);
    expect(kept).toEqual(['題e1']);
  });

  it('takes moving a step on the map for no change', () => {
    const now = changed(after, 's9', { position: { x: 400, y: 80 } });
    expect(mergeBack(before, after, now)).toEqual({ script: before, kept: [] });
  });
});
