import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright';
import * as Y from 'yjs';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import { launchBrowser, newPerson, signInPage } from '../support/browser.ts';
import { signIn } from '../support/client.ts';
import type { DraftEditor } from '../support/draft.ts';
import { openDraft } from '../support/draft.ts';
import { largeScript, storeScript } from '../support/largeScript.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { openLimits, residentBytes } from './contestants.ts';
import type { Figure } from './figures.ts';
import { percentile } from './figures.ts';

const steps = 100;
const peers = 30;
const strokeMs = 250;
const alone = 'alone';

/** One person in Chromium on a script of 100 steps: alone, then with thirty others who type and move their carets in it. */
export async function benchManyEditors(seconds: number): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'daihon-many-'));
  const limitsFile = path.join(folder, 'limits.json');
  await writeFile(limitsFile, JSON.stringify(openLimits));
  const server = await startServer({ env: { LIMITS_FILE: limitsFile, NODE_ENV: 'production' } });
  const browser = await launchBrowser();
  try {
    const colleague = await signIn(server.url, 'sv2@sakura.example');
    const scriptId = await storeScript(colleague, largeScript({ steps, groupSize: 10 }));
    const { page } = await newPerson(browser);
    await signInPage(page, server.url, 'sv1@sakura.example');
    await page.goto(`${server.url}/scripts/${scriptId}?step=s1`);
    await page.locator('.ProseMirror').first().waitFor();
    const found = [...(await pageFigures(page, seconds, alone))];
    const others = Array.from({ length: peers }, () => openDraft(colleague, scriptId));
    await Promise.all(others.map(({ synced }) => synced));
    const cpu = cpuSeconds(server.pid);
    const startedMs = performance.now();
    const typing = typeAlong(others);
    found.push(...(await pageFigures(page, seconds, `with ${peers} others`)));
    found.push(...(await arrivals(page, others, seconds)));
    const took = (performance.now() - startedMs) / 1_000;
    typing.stop();
    const serverFigure = (what: string, value: number, unit: string): Figure => {
      return { what: `server, ${what}`, contestant: `with ${peers} others`, value, unit };
    };
    found.push(serverFigure('processor', ((cpuSeconds(server.pid) - cpu) / took) * 100, '% of a core'));
    found.push(serverFigure('resident', residentBytes(server.pid) / 1024 / 1024, 'MiB'));
    found.push(serverFigure('all peers alike after', await converged(others), 'ms'));
    for (const other of others) other.close();
    return found;
  } finally {
    await browser.close();
    await server.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A third in the step that the page shows, the others each in a step of their own; carets move with every stroke. */
function typeAlong(others: readonly DraftEditor[]) {
  const timers = others.map(({ doc, provider }, index) => {
    const stepId = index % 3 === 0 ? 's1' : `s${index + 5}`;
    return setInterval(() => {
      const text = textOf(doc, stepId);
      if (text === null) return;
      text.insert(text.length, 'あ');
      const place = Y.relativePositionToJSON(
        Y.createRelativePositionFromTypeIndex(text, text.length),
      ) as unknown;
      provider.awareness.setLocalStateField('focus', { stepId, field: 'say' });
      provider.awareness.setLocalStateField('cursor', { anchor: place, head: place });
    }, strokeMs);
  });
  return { stop: () => timers.forEach((timer) => clearInterval(timer)) };
}

function textOf(doc: Y.Doc, stepId: string): Y.XmlText | null {
  const paragraph = stepFragment(doc, stepId, 'say')?.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  return text instanceof Y.XmlText ? text : null;
}

async function pageFigures(page: Page, seconds: number, contestant: string): Promise<Figure[]> {
  const keys = await keyToPaint(page, seconds);
  const named = (what: string, value: number, unit: string): Figure => ({ what, contestant, value, unit });
  return [
    named('key to paint, p50', percentile(keys, 0.5), 'ms'),
    named('key to paint, p95', percentile(keys, 0.95), 'ms'),
    named('scrolling the outline', await framesWhile(page, seconds, outlineWheel), 'fps'),
    named('dragging on the map', await dragging(page, seconds), 'fps'),
  ];
}

/** As text: the loader of the benchmarks puts helpers of its own into functions, which the page does not have. */
const watchKeys = `{
  window.daihonMany = [];
  document.addEventListener('keydown', () => {
    const at = performance.now();
    requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => window.daihonMany.push(performance.now() - at); c.port2.postMessage(0); });
  }, { capture: true });
}`;
const watchFrames = `{
  const found = []; let last = performance.now();
  const frame = (now) => { found.push(now - last); last = now; if (window.daihonMany === found) requestAnimationFrame(frame); };
  window.daihonMany = found; requestAnimationFrame(frame);
}`;
const taken = `(() => { const found = window.daihonMany; window.daihonMany = []; return found; })()`;

async function keyToPaint(page: Page, seconds: number): Promise<number[]> {
  await page.locator('.ProseMirror').first().click();
  await page.keyboard.press('Control+Home');
  await page.evaluate(watchKeys);
  for (let stroke = 0; stroke < (seconds * 1_000) / strokeMs; stroke += 1) {
    await page.keyboard.press('a');
    await pause(strokeMs);
  }
  return page.evaluate<number[]>(taken);
}

async function framesWhile(page: Page, seconds: number, move: (page: Page, tick: number) => Promise<void>) {
  await page.evaluate(watchFrames);
  const end = performance.now() + seconds * 1_000;
  for (let tick = 0; performance.now() < end; tick += 1) {
    await move(page, tick);
    await pause(8);
  }
  const intervals = (await page.evaluate<number[]>(taken)).slice(1);
  return (intervals.length * 1_000) / intervals.reduce((sum, each) => sum + each, 0);
}

async function outlineWheel(page: Page, tick: number): Promise<void> {
  if (tick === 0) await page.getByRole('tree').hover();
  await page.mouse.wheel(0, tick % 120 < 60 ? 24 : -24);
}

async function dragging(page: Page, seconds: number): Promise<number> {
  const box = await page.locator('.react-flow__node article').first().boundingBox();
  if (box === null) throw new Error('no step is in sight');
  const [x, y] = [box.x + box.width / 2, box.y + 14];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const frames = await framesWhile(page, seconds, (on, tick) =>
    on.mouse.move(x + Math.sin(tick / 10) * 60, y + Math.cos(tick / 14) * 40),
  );
  await page.mouse.move(x, y);
  await page.mouse.up();
  return frames;
}

/** From a mark that a peer writes into the open step to the moment the page's text holds it, by the clock of this machine. */
async function arrivals(page: Page, others: readonly DraftEditor[], seconds: number): Promise<Figure[]> {
  const delays: number[] = [];
  for (let round = 0; round < seconds * 2; round += 1) {
    const doc = others[round % others.length]?.doc;
    const text = doc === undefined ? null : textOf(doc, 's1');
    if (text === null) continue;
    const mark = `【${round}】`;
    const seen = page.evaluate<number>(
      `new Promise((resolve) => { const look = () => document.querySelector('.ProseMirror')?.textContent.includes('${mark}') ? resolve(performance.timeOrigin + performance.now()) : requestAnimationFrame(look); look(); })`,
    );
    const wroteAt = performance.timeOrigin + performance.now();
    text.insert(0, mark);
    delays.push((await seen) - wroteAt);
    await pause(100);
  }
  return [0.5, 0.99].map((share) => ({
    what: `a peer's edit on the page, p${share * 100}`,
    contestant: `with ${peers} others`,
    value: percentile(delays, share),
    unit: 'ms',
  }));
}

async function converged(others: readonly DraftEditor[]): Promise<number> {
  const startedMs = performance.now();
  await until(
    'all peers to hold the same',
    () => {
      const [first, ...rest] = others.map(({ doc }) =>
        JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort()),
      );
      return rest.every((vector) => vector === first);
    },
    60_000,
  );
  return performance.now() - startedMs;
}

/** Processor time of a process so far: the 14th and 15th field of its stat line, in hundredths of a second. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
