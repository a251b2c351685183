import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { ImeGate, watchCompositions } from './imeGate.ts';

const remote = { origin: 'remote' };

function setUp() {
  const mine = new Y.Doc();
  const theirs = new Y.Doc();
  mine.getText('t').insert(0, 'お電話');
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  const sent: Uint8Array[] = [];
  const log: string[] = [];
  const gate = new ImeGate(mine, {
    applyInbound: (update) => Y.applyUpdate(mine, update, remote),
    sendOutbound: (update) => sent.push(update),
    opened: () => log.push('opened'),
    closed: () => log.push('closed'),
    lost: (text) => log.push(`lost ${text}`),
  });
  mine.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== remote && !gate.holdOutbound(update)) sent.push(update);
  });
  theirs.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== remote && !gate.holdInbound(update)) Y.applyUpdate(mine, update, remote);
  });
  return { mine, theirs, sent, log, gate };
}

describe('ImeGate', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('holds what comes in and what goes out while open, and lets both go as one update each', () => {
    const { mine, theirs, sent, gate } = setUp();
    gate.start();
    mine.getText('t').insert(3, 'k');
    mine.getText('t').delete(3, 1);
    mine.getText('t').insert(3, 'こ');
    theirs.getText('t').insert(0, '1');
    theirs.getText('t').insert(1, '2');
    expect(sent).toHaveLength(0);
    expect(mine.getText('t').toJSON()).toBe('お電話こ');
    gate.flush();
    expect(sent).toHaveLength(1);
    expect(mine.getText('t').toJSON()).toBe('12お電話こ');
    for (const update of sent) Y.applyUpdate(theirs, update, remote);
    expect(theirs.getText('t').toJSON()).toBe('12お電話こ');
  });

  it('passes everything on while closed', () => {
    const { mine, theirs, sent } = setUp();
    mine.getText('t').insert(3, 'a');
    theirs.getText('t').insert(0, 'b');
    expect(sent).toHaveLength(1);
    expect(mine.getText('t').toJSON()).toBe('bお電話a');
  });

  it('closes a moment after the end, unless the next composition has begun', () => {
    const { gate, log } = setUp();
    gate.start();
    gate.endSoon();
    vi.advanceTimersByTime(50);
    gate.start();
    vi.advanceTimersByTime(200);
    expect(gate.open).toBe(true);
    gate.endSoon();
    vi.advanceTimersByTime(80);
    expect(log).toEqual(['opened', 'closed']);
  });

  it('closes by itself after fifteen seconds', () => {
    const { gate } = setUp();
    gate.start();
    vi.advanceTimersByTime(14_999);
    expect(gate.open).toBe(true);
    vi.advanceTimersByTime(1);
    expect(gate.open).toBe(false);
  });

  it('says which text a held change has deleted', () => {
    const { mine, theirs, gate, log } = setUp();
    const list = mine.getArray<Y.Text>('list');
    list.push([new Y.Text('担当')]);
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine), remote);
    gate.start();
    list.get(0).insert(2, '今日は');
    theirs.getArray('list').delete(0);
    gate.flush();
    expect(log).toContain('lost 今日は');
  });

  it('opens for compositions in prose only and closes when the page is left', () => {
    const { gate } = setUp();
    const page = new EventTarget();
    const window = new EventTarget();
    let inProse = false;
    const stop = watchCompositions(gate, { page, window, isProse: () => inProse });
    page.dispatchEvent(new Event('compositionstart'));
    expect(gate.open).toBe(false);
    inProse = true;
    page.dispatchEvent(new Event('compositionstart'));
    expect(gate.open).toBe(true);
    window.dispatchEvent(new Event('blur'));
    expect(gate.open).toBe(false);
    page.dispatchEvent(new Event('compositionstart'));
    window.dispatchEvent(new Event('pagehide'));
    expect(gate.open).toBe(false);
    stop();
    page.dispatchEvent(new Event('compositionstart'));
    expect(gate.open).toBe(false);
  });
});
