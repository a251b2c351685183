import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { cutUpdate } from './cutUpdate.ts';

const limit = 4_000;

/** Two people's texts, lists and maps, woven into each other, with deletions and something undone and redone. */
function wovenDoc(): Y.Doc {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  mine.clientID = 900;
  theirs.clientID = 100;
  const exchange = () => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(theirs)));
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)));
  };
  const undo = new Y.UndoManager(mine.getMap('steps'), { captureTimeout: 3_600_000 });
  for (let n = 0; n < 60; n += 1) {
    const [author, other] = n % 2 === 0 ? [mine, theirs] : [theirs, mine];
    author.getMap('steps').set(`s${n}`, new Y.Map([['title', new Y.Text(`手順${n}`)]]));
    exchange();
    const title = (other.getMap('steps').get(`s${n}`) as Y.Map<Y.Text>).get('title');
    title?.insert(n % 3, 'お電話ありがとうございます'.repeat(4));
    title?.delete(0, 2);
    exchange();
  }
  undo.undo();
  undo.redo();
  exchange();
  return mine;
}

/** Applied one after the other; every one must be complete at once. */
function applied(pieces: readonly Uint8Array[], doc = new Y.Doc()): Y.Doc {
  for (const piece of pieces) {
    Y.applyUpdate(doc, piece);
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
  }
  return doc;
}

describe('cutUpdate', () => {
  it('leaves an update that fits as it is', () => {
    const update = Y.encodeStateAsUpdate(wovenDoc());
    expect(cutUpdate(update, update.length)).toEqual([update]);
  });

  it('gives pieces below the limit that stand by themselves and come to the same', () => {
    const doc = wovenDoc();
    const update = Y.encodeStateAsUpdate(doc);
    const pieces = cutUpdate(update, limit);
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(piece.length).toBeLessThan(limit * 1.1);
    const there = applied(pieces);
    expect(Y.encodeStateVector(there)).toEqual(Y.encodeStateVector(doc));
    expect(there.getMap('steps').toJSON()).toEqual(doc.getMap('steps').toJSON());
  });

  it('cuts the redo of much at once', () => {
    const doc = new Y.Doc();
    const steps = doc.getMap('steps');
    const undo = new Y.UndoManager(steps);
    doc.transact(() => {
      for (let n = 0; n < 200; n += 1) steps.set(`s${n}`, new Y.Map([['title', `手順${n}を読む`]]));
    });
    undo.undo();
    const there = applied([Y.encodeStateAsUpdate(doc)]);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    undo.redo();
    expect(updates).toHaveLength(1);
    const pieces = updates.flatMap((update) => cutUpdate(update, limit));
    expect(pieces.length).toBeGreaterThan(1);
    expect(applied(pieces, there).getMap('steps').toJSON()).toEqual(steps.toJSON());
  });

  it('cuts what only deletes', () => {
    const doc = new Y.Doc();
    const text = doc.getText('t');
    for (let n = 0; n < 2_000; n += 1) text.insert(0, 'あい');
    const there = applied([Y.encodeStateAsUpdate(doc)]);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.transact(() => {
      for (let n = 0; n < 2_000; n += 1) text.delete(n, 1);
    });
    const pieces = updates.flatMap((update) => cutUpdate(update, limit));
    expect(pieces.length).toBeGreaterThan(1);
    expect(applied(pieces, there).getText('t').toJSON()).toBe(text.toJSON());
  });

  it('leaves what has a gap whole: no part of it could stand by itself', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let n = 0; n < 200; n += 1) doc.getMap('m').set(`k${n}`, '手順'.repeat(20));
    const gapped = Y.mergeUpdates(updates.filter((_, index) => index !== 100));
    expect(cutUpdate(gapped, limit)).toEqual([gapped]);
  });
});
