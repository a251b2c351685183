import { describe, expect, it } from 'vitest';
import { scriptOf, stepOf } from '@daihon/shared/script/script.fixture';
import { startWalk } from '@daihon/shared/script/walk';
import { forgetOld, forgetOthers, openShelf } from './callShelf.ts';
import type { CallRecord } from './record.ts';
import { newRecord, withMemo } from './record.ts';

const at = '2026-11-24T10:00:00Z';

function memoryStorage(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}

function call(accountId: string, id: string, more: Partial<CallRecord> = {}): CallRecord {
  const walk = startWalk({ scriptId: 's', version: 1, script: scriptOf([stepOf('s1')]) }, { at });
  return { ...newRecord(walk, { id, accountId, at, externalId: null }), ...more };
}

describe('the calls kept in a browser', () => {
  it('come back as they were, each account its own', () => {
    const storage = memoryStorage();
    const written = withMemo(call('a', 'one'), '折り返し', at);
    openShelf('a', storage).write(written);
    expect(openShelf('a', storage).read('one')).toEqual(written);
    expect(openShelf('b', storage).read('one')).toBeNull();
    expect(openShelf('b', storage).list()).toEqual([]);
  });

  it('of others go when somebody else signs in, but for what the server does not have', () => {
    const storage = memoryStorage();
    openShelf('a', storage).write(call('a', 'sent', { started: true }));
    openShelf('a', storage).write(withMemo(call('a', 'typed', { started: true }), '未送信', at));
    openShelf('b', storage).write(call('b', 'own', { started: true }));
    forgetOthers('b', storage);
    expect(
      openShelf('a', storage)
        .list()
        .map(({ id }) => id),
    ).toEqual(['typed']);
    expect(openShelf('b', storage).list()).toHaveLength(1);
  });

  it('go once they have ended and are sent, or have lain for days', () => {
    const storage = memoryStorage();
    const shelf = openShelf('a', storage);
    shelf.write(call('a', 'ended', { started: true, endedAt: at, endSent: true }));
    shelf.write(call('a', 'running', { started: true }));
    shelf.write(call('a', 'unsent', { endedAt: at }));
    forgetOld(shelf, Date.parse(at) + 3_600_000);
    expect(shelf.list().map(({ id }) => id)).toEqual(['running', 'unsent']);
    forgetOld(shelf, Date.parse(at) + 4 * 24 * 3_600_000);
    expect(shelf.list().map(({ id }) => id)).toEqual(['unsent']);
  });

  it('that are broken or cannot be written are no trouble', () => {
    const storage = memoryStorage();
    storage.setItem('daihon.call.a.x', '{"id":');
    storage.setItem('daihon.call.a.y', '{"id":"y"}');
    expect(openShelf('a', storage).list()).toEqual([]);
    const full = memoryStorage();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(openShelf('a', full).write(call('a', 'one'))).toBe(false);
  });
});
