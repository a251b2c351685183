import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { checkUpdate } from './guard.ts';
import { InvalidUpdate } from './invalidUpdate.ts';

const ANNA = 'anna';
const BERT = 'bert';
const annasClient = 11;
const bertsClient = 22;

/** A draft that Anna has filled, with a step and a text. */
function draft(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = annasClient;
  const step = doc.getMap('steps').set('s1', new Y.Map());
  const say = step.set('say', new Y.XmlFragment());
  const paragraph = new Y.XmlElement('paragraph');
  say.insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText('お電話ありがとうございます')]);
  return doc;
}

function copyOf(doc: Y.Doc, client: number): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = client;
  return copy;
}

/** What `change` on a copy of the draft sends. */
function edit(doc: Y.Doc, client: number, change: (copy: Y.Doc) => void): Uint8Array {
  const copy = copyOf(doc, client);
  change(copy);
  return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc));
}

function check(doc: Y.Doc, update: Uint8Array, accountId = BERT, newClientsLeft = 1) {
  const owners = new Map([[annasClient, ANNA]]);
  return checkUpdate(update, { doc, accountId, ownerOf: (client) => owners.get(client), newClientsLeft });
}

function refused(doc: Y.Doc, update: Uint8Array, accountId = BERT): string {
  try {
    check(doc, update, accountId);
  } catch (error) {
    if (error instanceof InvalidUpdate) return error.message;
    throw error;
  }
  return 'accepted';
}

/** An update of one struct, written by hand. */
function structUpdate(client: number, clock: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const value of [1, 1, client, clock]) encoding.writeVarUint(encoder, value);
  write(encoder);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

describe('the guard', () => {
  it("lets an editor write with a fresh client id and names it as the editor's", () => {
    const doc = draft();
    const update = edit(doc, bertsClient, (copy) => copy.getMap('meta').set('title', '解約'));
    expect(check(doc, update)).toEqual({ update, clients: [bertsClient], newClients: [bertsClient] });
  });

  it('lets a client send everything it knows and keeps only what is new', () => {
    const doc = draft();
    const copy = copyOf(doc, bertsClient);
    copy.getMap('meta').set('title', '解約');
    const checked = check(doc, Y.encodeStateAsUpdate(copy));
    expect(checked.clients).toEqual([bertsClient]);
    expect(checked.update.length).toBeLessThan(Y.encodeStateAsUpdate(copy).length);
  });

  it('finds nothing new in what is known', () => {
    const doc = draft();
    expect(check(doc, Y.encodeStateAsUpdate(doc)).clients).toEqual([]);
  });

  it("refuses to write with another account's client id", () => {
    const doc = draft();
    const update = edit(doc, annasClient, (copy) => copy.getMap('meta').set('title', 'x'));
    expect(refused(doc, update)).toMatch(/another account/u);
    expect(refused(doc, update, ANNA)).toBe('accepted');
  });

  it('refuses a client id that has written but whose owner is not known', () => {
    const doc = draft();
    Y.applyUpdate(
      doc,
      edit(doc, 33, (copy) => copy.getMap('meta').set('title', 'x')),
    );
    const update = edit(doc, 33, (copy) => copy.getMap('meta').set('title', 'y'));
    expect(refused(doc, update)).toMatch(/another account/u);
  });

  it('refuses a gap in the clock', () => {
    const doc = draft();
    const copy = copyOf(doc, bertsClient);
    copy.getMap('meta').set('title', 'x');
    const first = Y.encodeStateVector(copy);
    copy.getMap('meta').set('title', 'y');
    expect(refused(doc, Y.encodeStateAsUpdate(copy, first))).toMatch(/clock/u);
  });

  it('refuses a skip', () => {
    const skip = structUpdate(bertsClient, 0, (encoder) => {
      encoding.writeUint8(encoder, 10);
      encoding.writeVarUint(encoder, 5);
    });
    expect(refused(draft(), skip)).toBe('it skips');
  });

  it('refuses a run of collected text that nobody can have typed', () => {
    const collected = structUpdate(bertsClient, 0, (encoder) => {
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 2 ** 30);
    });
    expect(refused(draft(), collected)).toMatch(/deleted text/u);
  });

  it('refuses to silence an author by 18 bytes of collected text under their client id', () => {
    const doc = draft();
    const clock = Y.getState(doc.store, annasClient);
    const collected = structUpdate(annasClient, clock, (encoder) => {
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 1_000);
    });
    expect(refused(doc, collected)).toMatch(/another account/u);
  });

  it('refuses a reference to what does not exist', () => {
    const doc = draft();
    const other = copyOf(doc, 33);
    other.getMap('steps').set('s2', new Y.Map());
    const copy = copyOf(other, bertsClient);
    (copy.getMap('steps').get('s2') as Y.Map<unknown>).set('title', 'x');
    expect(refused(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(other)))).toMatch(/does not exist/u);
  });

  it('refuses to delete beyond the known state', () => {
    const encoder = encoding.createEncoder();
    for (const value of [0, 1, annasClient, 1, 0, 5_000]) encoding.writeVarUint(encoder, value);
    expect(refused(draft(), encoding.toUint8Array(encoder))).toMatch(/deletes/u);
  });

  it.each(['comments', 'meta ', ''])('refuses the unknown root type %j', (root) => {
    const doc = draft();
    const update = edit(doc, bertsClient, (copy) => copy.getMap(root).set('a', 1));
    expect(refused(doc, update)).toMatch(/root/u);
  });

  it('refuses a list or a text where a root is a map', () => {
    const doc = new Y.Doc();
    expect(
      refused(
        doc,
        edit(doc, bertsClient, (copy) => copy.getText('steps').insert(0, 'x')),
      ),
    ).toMatch(/root/u);
  });

  it('refuses deep nesting', () => {
    const doc = draft();
    const update = edit(doc, bertsClient, (copy) => {
      let map = copy.getMap('steps');
      for (let depth = 0; depth < 20; depth += 1) map = map.set('a', new Y.Map<unknown>());
    });
    expect(refused(doc, update)).toMatch(/nested/u);
  });

  it('refuses documents inside the document and binary values', () => {
    const doc = draft();
    for (const value of [new Y.Doc(), new Uint8Array([1])]) {
      const update = edit(doc, bertsClient, (copy) => copy.getMap('meta').set('a', value));
      expect(refused(doc, update)).toMatch(/kind of content/u);
    }
  });

  it('refuses more client ids than a browser has', () => {
    const doc = draft();
    const copy = copyOf(doc, bertsClient);
    copy.getMap('meta').set('title', 'x');
    copy.clientID = 23;
    copy.getMap('meta').set('language', 'ja');
    const update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc));
    expect(() => check(doc, update, BERT, 1)).toThrow(/client ids/u);
    expect(check(doc, update, BERT, 2).newClients).toHaveLength(2);
  });

  it('refuses what does not decode', () => {
    expect(refused(draft(), new Uint8Array([1, 2, 3]))).toMatch(/decode/u);
    expect(refused(draft(), new Uint8Array())).toMatch(/decode/u);
  });
});
