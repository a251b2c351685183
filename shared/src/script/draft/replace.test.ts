import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Content, Inline } from '../content.ts';
import { contentOf } from '../contentText.ts';
import { findHits } from '../find/hits.ts';
import type { Query } from '../find/hits.ts';
import { textsOf } from '../find/texts.ts';
import { scriptOf, stepOf } from '../script.fixture.ts';
import type { Script } from '../schema.ts';
import { writeContent } from './contentWrite.ts';
import { stepFragment } from './layout.ts';
import { randomScript } from './randomScript.fixture.ts';
import { readScript } from './read.ts';
import { replaceHits, undoReplace } from './replace.ts';
import { fillDraft } from './write.ts';

const exact: Query = { text: '', case: true, width: true, kana: true };
const lenient: Query = { text: '', case: false, width: false, kana: false };

function draftSaying(say: Content): Y.Doc {
  const doc = new Y.Doc();
  fillDraft(doc, scriptOf([stepOf('s1', { title: '解約' }), stepOf('e1')]), null);
  const fragment = stepFragment(doc, 's1', 'say');
  if (fragment === null) throw new Error('no such step');
  doc.transact(() => writeContent(fragment, say));
  return doc;
}
const sayOf = (doc: Y.Doc) => readScript(doc).steps.find(({ id }) => id === 's1')?.say;
const hitIds = (doc: Y.Doc, query: Query) =>
  new Set(findHits(textsOf(readScript(doc)), query).map(({ id }) => id));
function replaceAll(doc: Y.Doc, query: Query, text: string) {
  const ask = { query, text, hitIds: hitIds(doc, query) };
  const point = readScript(doc);
  let outcome = replaceHits(doc, { ...ask, hitIds: new Set() });
  doc.transact(() => {
    outcome = replaceHits(doc, ask);
  });
  return { ...outcome, undo: () => doc.transact(() => undoReplace(doc, point, ask, outcome.done)) };
}
const line = (...nodes: Inline[]): Content => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: nodes }],
});

describe('replacing in a draft', () => {
  it('finds a hit across marks and keeps those of what stays', () => {
    const doc = draftSaying(
      line(
        { type: 'text', text: 'では解' },
        { type: 'text', text: '約手続き', marks: [{ type: 'bold' }] },
        { type: 'text', text: 'です' },
      ),
    );
    replaceAll(doc, { ...exact, text: '解約手続き' }, '解除の手続き');
    expect(sayOf(doc)).toEqual(
      line(
        { type: 'text', text: 'では解' },
        { type: 'text', text: '除の手続き', marks: [{ type: 'bold' }] },
        { type: 'text', text: 'です' },
      ),
    );
  });

  it('takes width, case and kana as one only when asked to', () => {
    const say = contentOf('カードとｶｰﾄﾞとかーど');
    const strict = draftSaying(say);
    replaceAll(strict, { ...exact, text: 'カード' }, '会員証');
    expect(sayOf(strict)).toEqual(contentOf('会員証とｶｰﾄﾞとかーど'));
    const all = draftSaying(say);
    replaceAll(all, { ...lenient, text: 'かーど' }, '会員証');
    expect(sayOf(all)).toEqual(contentOf('会員証と会員証と会員証'));
  });

  it('never cuts a placeholder, and replaces one as a whole', () => {
    const doc = draftSaying(contentOf('{{customer.name}}様のnameは'));
    replaceAll(doc, { ...exact, text: 'name' }, '名前');
    expect(sayOf(doc)).toEqual(contentOf('{{customer.name}}様の名前は'));
    replaceAll(doc, { ...exact, text: '{{customer.name}}様' }, '{{customer.name}}さま');
    expect(sayOf(doc)).toEqual(contentOf('{{customer.name}}さまの名前は'));
  });

  it('passes over what was changed since it was chosen, and what would become too long', () => {
    const doc = draftSaying(contentOf('一つ目のご解約の件\n二つ目のご解約の件'));
    const query = { ...exact, text: 'ご解約' };
    const chosen = hitIds(doc, query);
    const fragment = stepFragment(doc, 's1', 'say');
    if (fragment === null) throw new Error('no such step');
    doc.transact(() => writeContent(fragment, contentOf('追加\n一つ目のご解約の件\n二件目のご解約について')));
    const outcome = replaceHits(doc, { query, text: 'ご契約終了', hitIds: chosen });
    expect(outcome.changed).toBe(1);
    expect(sayOf(doc)).toEqual(contentOf('追加\n一つ目のご契約終了の件\n二件目のご解約について'));
    const title = { ...exact, text: readScript(doc).title };
    const tooLong = replaceHits(doc, { query: title, text: '長'.repeat(201), hitIds: hitIds(doc, title) });
    expect(tooLong.tooLong).toBeGreaterThan(0);
    expect(readScript(doc).title).toBe(title.text);
  });

  it('can be taken back after others went on writing, and says what it could not find', () => {
    const doc = draftSaying(contentOf('ご解約の手続きです\nご解約は電話で承ります'));
    const { undo } = replaceAll(doc, { ...exact, text: 'ご解約' }, 'ご契約終了');
    const fragment = stepFragment(doc, 's1', 'say');
    if (fragment === null) throw new Error('no such step');
    doc.transact(() =>
      writeContent(fragment, contentOf('（新しい行）\nご契約終了の手続きです\nご解約中止は電話で承ります')),
    );
    expect(undo()).toBe(1);
    expect(sayOf(doc)).toEqual(contentOf('（新しい行）\nご解約の手続きです\nご解約中止は電話で承ります'));
  });

  it('gives the same draft again when it is taken back, marks and all', () => {
    const queries = fc.constantFrom(
      '解約',
      'あ',
      'が',
      'でございます',
      'a',
      'B1',
      '𠮷',
      '。',
      '{{customer.name}}',
      'b',
    );
    fc.assert(
      fc.property(
        randomScript,
        queries,
        fc.constantFrom('', 'あい', '𠮷野', 'が'),
        fc.boolean(),
        (script, text, to, strict) => {
          const doc = new Y.Doc();
          fillDraft(doc, script, null);
          const before: Script = readScript(doc);
          const { undo } = replaceAll(doc, { ...(strict ? exact : lenient), text }, to);
          expect(undo()).toBe(0);
          expect(readScript(doc)).toEqual(before);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('takes back the same text stretch by stretch', () => {
    fc.assert(
      fc.property(
        randomScript,
        fc.constantFrom('解約', 'あ', 'が', 'でございます', 'a'),
        fc.constantFrom('新しい文', 'が！'),
        (script, text, to) => {
          const doc = new Y.Doc();
          fillDraft(doc, script, null);
          const texts = () => textsOf(readScript(doc)).map((each) => each.text);
          const before = texts();
          const ask = { query: { ...exact, text }, text: to, hitIds: hitIds(doc, { ...exact, text }) };
          const { done } = replaceHits(doc, ask);
          // Not the point's own draft: every text then differs from it, as after edits by others.
          undoReplace(
            doc,
            { ...readScript(doc), steps: [], groups: [], interrupts: [], placeholders: [], title: 'x' },
            ask,
            done,
          );
          expect(texts()).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });
});
