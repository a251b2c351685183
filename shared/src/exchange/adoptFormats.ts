import { canonicalJson } from '../script/canonical.ts';
import type { Block, Content, Paragraph } from '../script/content.ts';
import { paragraphsOf, textOfParagraph } from '../script/contentText.ts';
import type { Script, Step, StepRole } from '../script/schema.ts';
import { stepRoles } from '../script/kinds.ts';
import type { Problems } from './problem.ts';
import { quoted } from './problem.ts';
import { readCell, writeCell } from './table/cells.ts';
import { fileWords } from './words.ts';

/**
 * Texts of a table, which holds no bold, italics and links: one that is as the table would have written the draft's is the
 * draft's whole, a paragraph with the same words keeps its marks. Where marks go, it is said. Steps are already the same by id.
 */
export function adoptFormats(imported: Script, current: Script, problems: Problems): Script {
  const present = new Map(current.steps.map((step) => [step.id, step]));
  const steps = imported.steps.map((step) => {
    const old = present.get(step.id);
    return old === undefined ? step : adoptStep(step, old, imported.language, problems);
  });
  return { ...imported, steps };
}

function adoptStep(step: Step, old: Step, language: Script['language'], problems: Problems): Step {
  const text = (role: StepRole): Content => {
    if (sameInTable(step[role], old[role])) return old[role];
    const { content, lost } = adoptParagraphs(step[role], old[role]);
    const part = fileWords[language].mark[role];
    if (lost) problems.warn('format_lost', { values: { title: quoted(step.title), part } });
    return content;
  };
  const [say, instruction, caution] = stepRoles.map(text);
  return { ...step, say: say ?? step.say, do: instruction ?? step.do, caution: caution ?? step.caution };
}

function sameInTable(imported: Content, old: Content): boolean {
  const words = fileWords.ja;
  return canonicalJson(imported) === canonicalJson(readCell(writeCell(old, words)));
}

/** Each paragraph of the draft gives its marks once. `lost`: one with marks found no paragraph to give them to. */
function adoptParagraphs(imported: Content, old: Content): { content: Content; lost: boolean } {
  const marked = paragraphsOf(old).filter(hasMarks);
  const adopt = (paragraph: Paragraph): Paragraph => {
    const text = textOfParagraph(paragraph);
    const index = marked.findIndex((each) => textOfParagraph(each) === text);
    const [found] = index === -1 ? [] : marked.splice(index, 1);
    return found?.content === undefined ? paragraph : { ...paragraph, content: found.content };
  };
  const blocks = (imported.content ?? []).map((block): Block => {
    if (block.type === 'paragraph') return adopt(block);
    const items = (block.content ?? []).map((item) => ({
      ...item,
      content: (item.content ?? []).map(adopt),
    }));
    return { ...block, content: items };
  });
  const content = imported.content === undefined ? imported : { ...imported, content: blocks };
  return { content, lost: marked.length > 0 };
}

function hasMarks({ content = [] }: Paragraph): boolean {
  return content.some((node) => node.type === 'text' && (node.marks ?? []).length > 0);
}
