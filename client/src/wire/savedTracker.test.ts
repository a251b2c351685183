import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { SavedTracker } from './savedTracker.ts';

function setUp() {
  const doc = new Y.Doc();
  const tracker = new SavedTracker(doc);
  let frame: number | null = 0;
  const line = {
    online: (online: boolean) => {
      frame = online ? 0 : null;
    },
  };
  doc.on('update', (update: Uint8Array) => {
    if (frame !== null) frame += 1;
    tracker.noteLocal(update, frame);
  });
  const vector = () => Y.encodeStateVector(doc);
  return { doc, text: doc.getText('t'), tracker, vector, line };
}

const nothing = Y.encodeStateVector(new Y.Doc());

describe('SavedTracker', () => {
  it('counts a change as unsaved until the durable state vector reaches it', () => {
    const { text, tracker, vector } = setUp();
    text.insert(0, 'a');
    const first = vector();
    text.insert(1, 'b');
    expect(tracker.count).toBe(2);
    tracker.noteDurable(first, 0);
    expect(tracker.count).toBe(1);
    tracker.noteDurable(vector(), 0);
    expect(tracker.count).toBe(0);
  });

  it('does not take a deletion for saved before its frame is', () => {
    const { text, tracker, vector } = setUp();
    text.insert(0, 'abc');
    tracker.noteDurable(vector(), 1);
    text.delete(0, 1);
    tracker.noteDurable(vector(), 1);
    expect(tracker.count).toBe(1);
    tracker.noteDurable(vector(), 2);
    expect(tracker.count).toBe(0);
  });

  it('forgets the frames of a lost connection and confirms by the one that carries all', () => {
    const { text, tracker, vector, line } = setUp();
    text.insert(0, 'abc');
    tracker.noteDurable(vector(), 1);
    line.online(false);
    text.delete(0, 1);
    text.delete(0, 1);
    tracker.noteDisconnected();
    tracker.noteDurable(vector(), 5);
    expect(tracker.count).toBe(2);
    tracker.noteAllSent(1);
    tracker.noteDurable(nothing, 1);
    expect(tracker.count).toBe(0);
  });

  it('hands out the unsaved work as one update', () => {
    const { doc, text, tracker, vector } = setUp();
    text.insert(0, 'stored ');
    const stored = Y.encodeStateAsUpdate(doc);
    tracker.noteDurable(vector(), 1);
    text.insert(7, 'not');
    text.insert(10, ' yet');
    const other = new Y.Doc();
    Y.applyUpdate(other, stored);
    Y.applyUpdate(other, tracker.work ?? new Uint8Array());
    expect(other.getText('t').toJSON()).toBe('stored not yet');
  });

  it('lets one wait until everything is saved, or give up', async () => {
    const { text, tracker, vector } = setUp();
    text.insert(0, 'a');
    const stop = new AbortController();
    const givenUp = tracker.whenSaved(stop.signal);
    const saved = tracker.whenSaved(new AbortController().signal);
    stop.abort();
    await expect(givenUp).rejects.toThrow('not saved in time');
    tracker.noteDurable(vector(), 1);
    await expect(saved).resolves.toBeUndefined();
  });
});
