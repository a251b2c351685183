import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright';
import * as Y from 'yjs';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import { launchBrowser, newPerson, signInPage } from '../support/browser.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { largeScript, storeScript } from '../support/largeScript.ts';
import { startServer } from '../support/server.ts';
import type { Figure } from './figures.ts';
import { percentile } from './figures.ts';

const steps = 500;
const typedEveryMs = 250;

/** The map of a 500-step draft in Chromium, while a colleague types in it: frames a second while panning, zooming and dragging. */
export async function benchCanvas(seconds: number): Promise<Figure[]> {
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const colleague = await signIn(server.url, 'sv2@sakura.example');
    const scriptId = await storeScript(colleague, largeScript({ steps, groupSize: 0 }));
    const { page } = await newPerson(browser);
    await signInPage(page, server.url, 'sv1@sakura.example');
    const started = performance.now();
    await page.goto(`${server.url}/scripts/${scriptId}`);
    await page.locator('.react-flow__node').first().waitFor();
    const openMs = performance.now() - started;
    const typing = typeAlong(colleague, scriptId);
    await typing.begun;
    const figures = [
      { what: `open a draft of ${steps} steps`, contestant: 'Daihon', value: openMs, unit: 'ms' },
      ...(await framesOf(page, 'pan', seconds, (tick) => pan(page, tick))),
      ...(await framesOf(page, 'zoom', seconds, (tick) => zoom(page, tick))),
      ...(await dragOf(page, seconds)),
    ];
    typing.stop();
    return figures;
  } finally {
    await browser.close();
    await server.dispose();
  }
}

function typeAlong(colleague: Awaited<ReturnType<typeof signIn>>, scriptId: string) {
  const draft = openDraft(colleague, scriptId);
  let timer: NodeJS.Timeout | undefined;
  const begun = draft.synced.then(() => {
    timer = setInterval(() => {
      const paragraph = stepFragment(draft.doc, 's3', 'say')?.get(0);
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
      if (text instanceof Y.XmlText) text.insert(text.length, 'あ');
    }, typedEveryMs);
  });
  const stop = (): void => {
    clearInterval(timer);
    draft.close();
  };
  return { begun, stop };
}

/** As text: the loader of the benchmarks puts helpers of its own into functions, which the page does not have. */
const recordFrames = `{
  const intervals = [];
  let last = performance.now();
  const frame = (now) => {
    intervals.push(now - last);
    last = now;
    if (window.daihonFrames === intervals) requestAnimationFrame(frame);
  };
  window.daihonFrames = intervals;
  requestAnimationFrame(frame);
}`;

async function framesOf(
  page: Page,
  what: string,
  seconds: number,
  move: (tick: number) => Promise<void>,
): Promise<Figure[]> {
  await page.evaluate(recordFrames);
  const end = performance.now() + seconds * 1_000;
  for (let tick = 0; performance.now() < end; tick += 1) {
    await move(tick);
    await pause(8);
  }
  const intervals = await page.evaluate(() => {
    const found = window.daihonFrames ?? [];
    delete window.daihonFrames;
    return found.slice(1);
  });
  const total = intervals.reduce((sum, each) => sum + each, 0);
  const named = (value: number, name: string, unit: string): Figure => ({
    what: `${what} over ${steps} steps, ${name}`,
    contestant: 'Daihon',
    value,
    unit,
  });
  return [
    named((intervals.length * 1_000) / total, 'frames a second', 'fps'),
    named(percentile(intervals, 0.95), 'between frames, p95', 'ms'),
  ];
}

async function pan(page: Page, tick: number): Promise<void> {
  if (tick === 0) await overCanvas(page);
  await page.mouse.wheel(tick % 200 < 100 ? 24 : -24, tick % 120 < 60 ? 16 : -16);
}

async function zoom(page: Page, tick: number): Promise<void> {
  if (tick === 0) await page.keyboard.down('Control');
  await page.mouse.wheel(0, tick % 60 < 30 ? 12 : -12);
}

async function dragOf(page: Page, seconds: number): Promise<Figure[]> {
  await page.keyboard.up('Control');
  const box = await page.locator('.react-flow__node').first().boundingBox();
  if (box === null) throw new Error('no step is in sight');
  const [x, y] = [box.x + box.width / 2, box.y + 14];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const figures = await framesOf(page, 'drag', seconds, (tick) =>
    page.mouse.move(x + Math.sin(tick / 10) * 120, y + Math.cos(tick / 14) * 80),
  );
  await page.mouse.up();
  return figures;
}

async function overCanvas(page: Page): Promise<void> {
  const box = await page.locator('.react-flow').boundingBox();
  if (box === null) throw new Error('there is no map');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

declare global {
  interface Window {
    daihonFrames?: number[];
  }
}
