import type { Page } from 'playwright';
import type { Call } from '@daihon/shared/call';
import { contentOf } from '@daihon/shared/script/contentText';
import { writeContent } from '@daihon/shared/script/draft/contentWrite';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import type { ReleaseClass } from '@daihon/shared/version';
import type { Page as Listed } from '@daihon/shared/wire/http';
import type { Client } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { until } from '../support/until.ts';

/** A published script of its own made from the mail-order template; returns its id. */
export async function publishOrder(supervisor: Client, title: string): Promise<string> {
  const made = await supervisor.post<{ id: string }>('/api/scripts', { title, templateId: 'order' });
  const { status } = await supervisor.post(`/api/scripts/${made.body.id}/publish`, { note: '初版' });
  if (status !== 201) throw new Error(`publishing ${title}: ${status}`);
  return made.body.id;
}

/** Changes what one step says and publishes that. */
export async function release(
  supervisor: Client,
  scriptId: string,
  change: { stepId: string; say: string; note: string; class?: ReleaseClass },
): Promise<void> {
  const draft = openDraft(supervisor, scriptId);
  await draft.synced;
  const say = stepFragment(draft.doc, change.stepId, 'say');
  if (say === null) throw new Error(`no step ${change.stepId}`);
  draft.doc.transact(() => writeContent(say, contentOf(change.say)));
  await draft.saved();
  draft.close();
  const ask = { note: change.note, class: change.class ?? 'notice' };
  const { status } = await supervisor.post(`/api/scripts/${scriptId}/publish`, ask);
  if (status !== 201) throw new Error(`publishing ${change.note}: ${status}`);
}

/** Waits until the server has a call of the script that is as `look` wants it. */
export function untilStored(
  agent: Client,
  scriptId: string,
  what: string,
  look: (call: Call) => boolean,
): Promise<Call> {
  return until(what, async () => {
    const { body } = await agent.get<Listed<Call>>('/api/calls?limit=50');
    return body.items.find((call) => call.scriptId === scriptId && look(call)) ?? false;
  });
}

/** Waits for a step to be on screen. */
export async function onStep(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
}

/** Keys one after the other, as a person presses them. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** To the first field, then a value and Enter for each: `null` goes past one, a list is keys to press. */
export async function fillIn(page: Page, ...values: (string | string[] | null)[]): Promise<void> {
  await press(page, 'KeyF');
  for (const value of values) {
    if (Array.isArray(value)) await press(page, ...value);
    else if (value !== null) await page.keyboard.insertText(value);
    await press(page, 'Enter');
  }
}

/** An order as far as the step with the name and telephone number, with a memo. */
export async function orderUnderWay(page: Page): Promise<void> {
  await press(page, 'Digit1');
  await onStep(page, 'ご覧になった媒体');
  await fillIn(page, ['ArrowDown']);
  await press(page, 'Enter');
  await onStep(page, '商品・数量');
  await fillIn(page, ['ArrowDown'], '２');
  await press(page, 'Enter');
  await onStep(page, '単価のご案内・購入形態');
  await press(page, 'KeyF', 'Space', 'Digit1');
  await onStep(page, 'お名前・お電話番号');
  await fillIn(page, '水野 和子');
  await press(page, 'Alt+KeyN');
  await page.keyboard.insertText('折り返しは16時以降');
  await press(page, 'Escape');
}
