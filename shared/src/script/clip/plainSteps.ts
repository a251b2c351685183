import { contentOf, emptyContent } from '../contentText.ts';
import type { Step } from '../schema.ts';
import type { StepsClip } from './readClip.ts';

const titleLength = 20;
const rowGap = 160;

/** The paragraphs of a text: parted by empty lines where there are any, else line by line. */
export function paragraphsOfText(text: string): string[] {
  const lines = text.replaceAll(/\r\n?/gu, '\n').trim();
  const parts = /\n[\t \u3000]*\n/u.test(lines) ? lines.split(/\n(?:[\t \u3000]*\n)+/u) : lines.split('\n');
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Talk steps that say these paragraphs, each led to from the one before by a choice with this label. */
export function plainSteps(paragraphs: readonly string[], label: string): StepsClip {
  const steps = paragraphs.map((text, index): Step => {
    const next = index + 1 < paragraphs.length ? `p${index + 1}` : null;
    return {
      id: `p${index}`,
      kind: 'talk',
      title: titleOf(text),
      group: null,
      mustRead: false,
      hold: false,
      say: contentOf(text),
      do: emptyContent,
      caution: emptyContent,
      gates: [],
      fields: [],
      choices: next === null ? [] : [{ id: `c${index}`, label, to: next, when: null }],
      jump: null,
      outcome: null,
      position: { x: 0, y: index * rowGap },
    };
  });
  return { daihon: 'steps', version: 1, cut: false, steps, groups: [], placeholders: [] };
}

/** The first sentence, as far as it fits a title. */
function titleOf(text: string): string {
  const first = /^[^\n。．.！!？?]*/u.exec(text)?.[0].trim() ?? '';
  const characters = Array.from(first === '' ? text : first);
  return characters.length <= titleLength
    ? characters.join('')
    : `${characters.slice(0, titleLength).join('')}…`;
}
