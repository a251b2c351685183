import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { randomInt } from '../../../platform/clock.ts';
import { InvalidUpdate } from '../guard/invalidUpdate.ts';
import { DraftDocs, DraftFull } from './draftDocs.ts';

const MAX_BYTES = 2 * 1024 * 1024;
const ALL = { accountId: 'a', ownerOf: () => 'a', newClientsLeft: 10 };

function startState(): Uint8Array {
  const doc = new Y.Doc();
  const step = doc.getMap('steps').set('s1', new Y.Map());
  step.set('say', new Y.XmlFragment()).insert(0, [new Y.XmlElement('paragraph')]);
  doc.getMap('steps').set('s2', new Y.Map()).set('title', '本人確認');
  return Y.encodeStateAsUpdate(doc);
}

function editorOf(docs: DraftDocs): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, docs.encoded());
  return doc;
}

function written(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  change();
  return Y.encodeStateAsUpdate(doc, before);
}

describe('a draft in memory', () => {
  it('shows an edit only once it is applied, and then as exactly what is new', () => {
    const docs = new DraftDocs(startState(), MAX_BYTES);
    const editor = editorOf(docs);
    const update = written(editor, () => editor.getMap('meta').set('title', '解約抑止'));
    const accepted = docs.accept(update, ALL);
    expect(docs.live.getMap('meta').get('title')).toBeUndefined();
    const fresh = docs.apply([accepted.update ?? new Uint8Array()]);
    expect(docs.live.getMap('meta').get('title')).toBe('解約抑止');
    expect(fresh).toEqual(accepted.update);
    expect(docs.accept(update, ALL).update).toBeNull();
  });

  it('merges the edits of a batch into one update', () => {
    const docs = new DraftDocs(startState(), MAX_BYTES);
    const [one, two] = [editorOf(docs), editorOf(docs)];
    const updates = [
      written(one, () => one.getMap('meta').set('title', 'a')),
      written(two, () => two.getMap('meta').set('language', 'ja')),
    ].map((update) => docs.accept(update, ALL).update ?? new Uint8Array());
    const fresh = docs.apply(updates);
    const other = new Y.Doc();
    Y.applyUpdate(other, startState());
    const reader = new Y.Doc();
    Y.applyUpdate(reader, docs.encoded());
    expect(fresh).not.toBeNull();
    expect(reader.getMap('meta').toJSON()).toEqual({ title: 'a', language: 'ja' });
  });

  it('says which steps an edit changed, and none for a move on the map', () => {
    const docs = new DraftDocs(startState(), MAX_BYTES);
    const editor = editorOf(docs);
    const steps = editor.getMap<Y.Map<unknown>>('steps');
    const typed = written(editor, () => {
      const say = steps.get('s1')?.get('say') as Y.XmlFragment;
      (say.get(0) as Y.XmlElement).insert(0, [new Y.XmlText('もしもし')]);
    });
    expect(docs.accept(typed, ALL).steps).toEqual(['s1']);
    const moved = written(editor, () => editor.getMap('positions').set('s1', { x: 1, y: 2 }));
    expect(docs.accept(moved, ALL).steps).toEqual([]);
    const added = written(editor, () => steps.set('s3', new Y.Map()));
    expect(docs.accept(added, ALL).steps).toEqual(['s3']);
  });

  it('refuses what makes the draft too large, and takes a deletion that leaves space', () => {
    const docs = new DraftDocs(startState(), 20_000);
    const editor = editorOf(docs);
    const large = written(editor, () => editor.getMap('meta').set('title', 'x'.repeat(15_000)));
    docs.accept(large, ALL);
    const more = written(editor, () => editor.getMap('groups').set('g', 'y'.repeat(15_000)));
    expect(() => docs.accept(more, ALL)).toThrow(DraftFull);
  });

  it('is as before after an update that it refuses, whatever the update (seed in the message)', () => {
    const seed = randomInt(2 ** 31);
    const random = generator(seed);
    const docs = new DraftDocs(startState(), MAX_BYTES);
    const editor = editorOf(docs);
    editor.clientID = 7;
    const good = written(editor, () => {
      editor.getMap('steps').set('s9', new Y.Map()).set('title', 'あいうえお');
    });
    let refusals = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const bad = mutated(good, random);
      const before = docs.encoded();
      try {
        const accepted = docs.accept(bad, ALL);
        if (accepted.update !== null) docs.apply([accepted.update]);
      } catch (error) {
        expect(error, `seed ${seed}`).toBeInstanceOf(InvalidUpdate);
        refusals += 1;
        expect(Buffer.compare(docs.encoded(), before), `seed ${seed}`).toBe(0);
      }
      expect(docs.live.store.pendingStructs, `seed ${seed}`).toBeNull();
    }
    expect(refusals, `seed ${seed}`).toBeGreaterThan(100);
  });

  it('writes nothing of its own when two make the same words bold: the log gives the same draft', () => {
    const docs = new DraftDocs(startState(), MAX_BYTES);
    const text = editorOf(docs);
    const log = [docs.encoded()];
    const send = (update: Uint8Array): void => {
      const accepted = docs.accept(update, ALL).update;
      if (accepted === null) return;
      log.push(accepted);
      docs.apply([accepted]);
    };
    send(written(text, () => paragraphOf(text).insert(0, [new Y.XmlText('お電話ありがとうございます')])));
    const editors = [editorOf(docs), editorOf(docs)];
    const updates = editors.map((editor) =>
      written(editor, () => {
        (paragraphOf(editor).get(0) as Y.XmlText).format(0, 4, { bold: {} });
      }),
    );
    updates.forEach(send);
    const replayed = new DraftDocs(Y.mergeUpdates(log), MAX_BYTES);
    expect(paragraphOf(replayed.live).toJSON()).toBe(paragraphOf(docs.live).toJSON());
    // Clocks and deletions; how runs of text are cut up is nobody's business.
    expect(Y.encodeSnapshot(Y.snapshot(replayed.live))).toEqual(Y.encodeSnapshot(Y.snapshot(docs.live)));
  });

  it('refuses to open what is not whole', () => {
    const doc = new Y.Doc();
    doc.getMap('meta').set('title', 'a');
    const vector = Y.encodeStateVector(doc);
    doc.getMap('meta').set('title', 'b');
    expect(() => new DraftDocs(Y.encodeStateAsUpdate(doc, vector), MAX_BYTES)).toThrow();
  });
});

function paragraphOf(doc: Y.Doc): Y.XmlElement {
  const say = doc.getMap<Y.Map<unknown>>('steps').get('s1')?.get('say') as Y.XmlFragment;
  return say.get(0) as Y.XmlElement;
}

function mutated(update: Uint8Array, random: () => number): Uint8Array {
  const copy = Uint8Array.from(update);
  const changes = 1 + Math.floor(random() * 3);
  for (let change = 0; change < changes; change += 1) {
    copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  }
  return random() < 0.2 ? copy.subarray(0, Math.floor(random() * copy.length)) : copy;
}

/** mulberry32 */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
