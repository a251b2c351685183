import type { Locator, Page } from 'playwright';
import { textOf } from '@daihon/shared/script/contentText';
import { addStep } from '@daihon/shared/script/draft/edit';
import { readScript } from '@daihon/shared/script/draft/read';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import { writeContent } from '@daihon/shared/script/draft/contentWrite';
import { contentOf } from '@daihon/shared/script/contentText';
import type { Script } from '@daihon/shared/script/schema';
import type { Client } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { until } from '../support/until.ts';

/** A new script with one step that says `lines`; returns the ids. */
export async function newScript(
  client: Client,
  lines: readonly string[],
): Promise<{ scriptId: string; stepId: string }> {
  const made = await client.post<{ id: string }>('/api/scripts', { title: '入力の試験' });
  const scriptId = made.body.id;
  const stepId = 'step-one';
  await addStepThatSays(client, scriptId, { id: stepId, title: '名乗り', lines });
  return { scriptId, stepId };
}

/** One more step at the end of the draft, written by `client` over a connection of its own. */
export async function addStepThatSays(
  client: Client,
  scriptId: string,
  { id, title, lines }: { id: string; title: string; lines: readonly string[] },
): Promise<void> {
  const draft = openDraft(client, scriptId);
  await draft.synced;
  const afterId = readScript(draft.doc).steps.at(-1)?.id ?? null;
  draft.doc.transact(() => {
    const position = { x: 0, y: draft.doc.getMap('steps').size * 200 };
    addStep(draft.doc, { id, kind: 'talk', title, group: null, afterId, position }, null);
    const say = stepFragment(draft.doc, id, 'say');
    if (say !== null) writeContent(say, contentOf(lines.join('\n')));
  });
  await draft.saved();
  draft.close();
}

/** Opens a script in the editor and waits until its first step can be typed in. */
export async function openEditorPage(page: Page, url: string, scriptId: string): Promise<void> {
  await page.goto(`${url}/scripts/${scriptId}?step=step-one`);
  await say(page).waitFor();
}

/** The text editor of the spoken line. */
export function say(page: Page) {
  return page.getByRole('textbox', { name: /^読む/u });
}

/** What the page shows, paragraph by paragraph. */
export async function shownLines(page: Page): Promise<string[]> {
  return say(page).evaluate((editor) =>
    [...editor.querySelectorAll('p')].map((paragraph) => paragraph.textContent),
  );
}

/** What the document behind the text editor holds, paragraph by paragraph, list items too. */
export async function draftLines(page: Page): Promise<string[]> {
  return say(page).evaluate((element) => {
    interface Part {
      nodeName?: string;
      toArray?: () => Part[];
      toDelta?: () => { insert: string }[];
    }
    const { editor } = element as unknown as { editor: { state: Record<string, { type: Part }> } };
    const textOf = (part: Part): string =>
      part.toDelta === undefined
        ? (part.toArray?.() ?? []).map(textOf).join('')
        : part
            .toDelta()
            .map(({ insert }) => insert)
            .join('');
    const paragraphs = (part: Part): Part[] =>
      part.nodeName === 'paragraph' ? [part] : (part.toArray?.() ?? []).flatMap(paragraphs);
    const fragment = editor.state['y-sync$']?.type;
    if (fragment === undefined) throw new Error('the editor is bound to no text');
    return paragraphs(fragment).map(textOf);
  });
}

/** What the server has of the spoken line. */
export async function storedLines(client: Client, scriptId: string, stepId = 'step-one'): Promise<string[]> {
  const { body } = await client.get<Script>(`/api/scripts/${scriptId}/draft`);
  const content = body.steps.find(({ id }) => id === stepId)?.say;
  return content === undefined ? [] : textOf(content).split('\n');
}

/** Puts the caret (or a selection up to `end`) into a paragraph. */
export async function caretAt(page: Page, paragraph: number, offset: number, end = offset): Promise<void> {
  await say(page).evaluate(
    (editor, place) => {
      (editor as HTMLElement).focus();
      const line = editor.querySelectorAll('p')[place.paragraph];
      if (line === undefined) throw new Error('no such paragraph');
      const at = (wanted: number): [Node, number] => {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let rest = wanted;
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (rest <= length) return [node, rest];
          rest -= length;
        }
        return [line, 0];
      };
      getSelection()?.setBaseAndExtent(...at(place.offset), ...at(place.end));
    },
    { paragraph, offset, end },
  );
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/**
 * Moves down the open list until the wanted option is the marked one, and takes it. Presses are never counted: a list
 * knows its options only a moment after it shows them, and a press in between goes nowhere.
 */
export async function takeOption(page: Page, name: string | RegExp): Promise<void> {
  const option = page.getByRole('option', { name }).first();
  await option.waitFor();
  await until(`「${String(name)}」 is taken`, async () => {
    if (!(await isMarked(option))) await page.keyboard.press('ArrowDown');
    if (!(await isMarked(option))) return false;
    await page.keyboard.press('Enter');
    const taken = await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded') !== 'true');
    // A list that opens under the first letter forgets its own mark, though it still shows it.
    if (!taken) await page.keyboard.press('ArrowDown');
    return taken;
  });
}

/** Mantine marks the option that Enter would take outside of React, at once. */
async function isMarked(option: Locator): Promise<boolean> {
  return (await option.getAttribute('data-combobox-selected')) !== null;
}
