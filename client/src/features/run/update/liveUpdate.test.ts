import { describe, expect, it } from 'vitest';
import { scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import type { Script } from '@daihon/shared/script/schema';
import { choose, setField, startWalk } from '@daihon/shared/script/walk';
import { currentStep } from '@daihon/shared/script/walk/state';
import { textOf } from '@daihon/shared/script/contentText';
import type { ReleaseClass } from '@daihon/shared/version';
import { createCallStore } from '../call/callStore.ts';
import { newRecord } from '../save/record.ts';
import type { Incoming } from './liveUpdate.ts';
import { decide } from './liveUpdate.ts';

const at = '2026-11-24T10:00:00Z';
const first = scriptOf([
  stepOf('s1', { choices: to('s2') }),
  stepOf('s2', { choices: to('e3') }),
  stepOf('e3'),
]);
const withSay = (id: string, say: string): Script =>
  scriptOf(first.steps.map((step) => (step.id === id ? stepOf(id, { ...step, say, do: '' }) : step)));
const without = (id: string): Script => scriptOf(first.steps.filter((step) => step.id !== id));

function incoming(script: Script, releaseClass: ReleaseClass = 'notice', version = 2): Incoming {
  return {
    seq: version,
    class: releaseClass,
    note: 'n',
    author: 'SV',
    next: { scriptId: 'order', version, script },
  };
}

function setUp() {
  const walk = startWalk({ scriptId: 'order', version: 1, script: first }, { at });
  const acknowledged: number[] = [];
  const record = newRecord(walk, { id: 'call-0001', accountId: 'a', at, externalId: null });
  const store = createCallStore(walk, record, {
    keep: () => undefined,
    acknowledge: (seq) => acknowledged.push(seq),
    now: () => at,
  });
  store.move((now) => setField(now, 'name', '水野'));
  store.setMemo('折り返し');
  store.move((now) => choose(now, 'c1', at));
  const words = () => textOf(currentStep(store.get().walk)?.say ?? { type: 'doc' });
  const kept = () => {
    const { walk: now, record: stored } = store.get();
    return [now.fields, stored.state.memo, now.path.slice(0, 2).map(({ stepId }) => stepId)];
  };
  return { store, acknowledged, words, kept, before: kept() };
}

describe('a version that comes out during a call', () => {
  it('is swapped in silently where the step on screen is the same', () => {
    const { store, kept, before } = setUp();
    store.receive(incoming(withSay('s1', '新しい名乗り')));
    expect(store.get()).toMatchObject({ news: { phase: 'swapped' }, walk: { root: { version: 2 } } });
    expect(store.get().walk.switches).toMatchObject([{ from: 1, to: 2, how: 'silent', stepId: 's2' }]);
    expect(kept()).toEqual(before);
  });

  it('leaves changed words on screen until they are accepted, and keeps everything that was typed', () => {
    const { store, words, kept, before } = setUp();
    const old = words();
    store.receive(incoming(withSay('s2', '新しい言葉')));
    expect(words()).toBe(old);
    expect(store.get()).toMatchObject({
      news: { phase: 'asking', effect: 'changed' },
      walk: { switches: [] },
    });
    store.acceptUpdate();
    expect(words()).toBe('新しい言葉');
    expect(store.get().walk.switches).toMatchObject([{ from: 1, to: 2, how: 'accepted' }]);
    expect(kept()).toEqual(before);
    expect(store.get().record.state.version).toBe(2);
  });

  it('waits until after the call when it is put off, and can still be taken', () => {
    const { store, words } = setUp();
    store.receive(incoming(withSay('s2', '新しい言葉')));
    store.deferUpdate();
    store.move((walk) => choose(walk, 'c1', at));
    expect(store.get()).toMatchObject({ news: { phase: 'deferred' }, walk: { root: { version: 1 } } });
    store.acceptUpdate();
    expect(store.get().walk.root.version).toBe(2);
    expect(words()).toBe('e3でございます。');
  });

  it('is taken by itself on the next step that did not change', () => {
    const { store } = setUp();
    store.receive(incoming(withSay('s2', '新しい言葉')));
    store.move((walk) => choose(walk, 'c1', at));
    expect(store.get()).toMatchObject({ news: { phase: 'swapped' }, walk: { root: { version: 2 } } });
  });

  it('switches at once when urgent, and asks to be confirmed', () => {
    const { store, words, acknowledged, kept, before } = setUp();
    store.receive(incoming(withSay('s2', '緊急の言葉'), 'urgent'));
    expect(words()).toBe('緊急の言葉');
    expect(store.get().walk.switches).toMatchObject([{ how: 'urgent' }]);
    expect(kept()).toEqual(before);
    store.dismissNews();
    expect(store.get().news).not.toBeNull();
    store.acknowledge();
    store.dismissNews();
    expect(acknowledged).toEqual([2]);
    expect(store.get().news).toBeNull();
  });

  it('goes on at the successor when the step on screen is gone', () => {
    const { store } = setUp();
    store.receive(incoming(without('s2')));
    expect(currentStep(store.get().walk)?.id).toBe('s2');
    expect(store.get().news).toMatchObject({ phase: 'asking', effect: 'gone', after: { id: 'e3' } });
    store.acceptUpdate();
    expect(currentStep(store.get().walk)?.id).toBe('e3');
    expect(store.get().walk.fields).toEqual({ name: '水野' });
  });

  it('gives way to a still newer one, and an older one is none', () => {
    const { store } = setUp();
    store.receive(incoming(withSay('s2', '三版'), 'notice', 3));
    store.receive(incoming(withSay('s2', '二版'), 'notice', 2));
    expect(store.get().news?.incoming.next.version).toBe(3);
    store.receive(incoming(withSay('s2', '四版'), 'notice', 4));
    expect(store.get().news?.incoming.next.version).toBe(4);
  });

  it('leaves an unacknowledged one on screen while a quieter one comes in behind it', () => {
    const { store, acknowledged } = setUp();
    store.receive(incoming(withSay('s2', '緊急の言葉'), 'urgent', 2));
    store.receive(incoming(withSay('s2', '緊急の言葉'), 'notice', 3));
    expect(store.get().walk.root.version).toBe(3);
    expect(store.get().news).toMatchObject({ phase: 'switched', incoming: { class: 'urgent' } });
    expect(store.get().waiting).toMatchObject([{ phase: 'swapped', incoming: { class: 'notice' } }]);
    store.acknowledge();
    store.dismissNews();
    expect(acknowledged).toEqual([2]);
    expect(store.get()).toMatchObject({ news: { incoming: { class: 'notice' } }, waiting: [] });
  });

  it('puts an urgent one before what still waits for an answer', () => {
    const { store, acknowledged } = setUp();
    store.receive(incoming(withSay('s1', '名乗り'), 'confirm', 2));
    store.receive(incoming(withSay('s2', '緊急の言葉'), 'urgent', 3));
    expect(store.get()).toMatchObject({
      news: { incoming: { class: 'urgent' } },
      waiting: [{ incoming: { class: 'confirm' } }],
    });
    store.acknowledge();
    store.dismissNews();
    store.acknowledge();
    store.dismissNews();
    expect(acknowledged).toEqual([3, 2]);
    expect(store.get().news).toBeNull();
  });

  it('owes the answer of a version that it replaces before that was given', () => {
    const { store, acknowledged } = setUp();
    store.receive(incoming(withSay('s2', '二版'), 'confirm', 2));
    store.receive(incoming(withSay('s2', '三版'), 'notice', 3));
    expect(store.get()).toMatchObject({
      news: { phase: 'asking', mustAcknowledge: true, incoming: { next: { version: 3 } } },
      waiting: [],
    });
    store.acceptUpdate();
    store.dismissNews();
    expect(store.get().news).not.toBeNull();
    store.acknowledge();
    expect(acknowledged).toEqual([2]);
  });

  it('is nothing for another script', () => {
    const { store } = setUp();
    const other = { ...incoming(first), next: { scriptId: 'other', version: 9, script: first } };
    expect(decide(store.get().walk, other)).toEqual({ kind: 'ignore' });
  });
});
