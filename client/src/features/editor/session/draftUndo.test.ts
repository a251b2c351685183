import { addStep, binStep, setStep } from '@daihon/shared/script/draft/edit';
import { setPosition } from '@daihon/shared/script/draft/editScript';
import { draftRoots, stepFragment } from '@daihon/shared/script/draft/layout';
import { readScript } from '@daihon/shared/script/draft/read';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DraftUndo } from './draftUndo.ts';

const origin = { edit: 'local' };

function setUp() {
  const mine = new Y.Doc();
  const theirs = new Y.Doc();
  addStep(mine, newStep('a'), 'seed');
  const undo = new DraftUndo(draftRoots(mine), origin);
  const exchange = () => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(theirs)), 'remote');
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)), 'remote');
  };
  exchange();
  const edit = (change: () => void) => {
    undo.separate();
    change();
    undo.separate();
  };
  const titles = () => readScript(mine).steps.map(({ title }) => title);
  return { mine, theirs, undo, exchange, edit, titles };
}

function newStep(id: string) {
  return { id, kind: 'talk' as const, title: id, group: null, afterId: null, position: { x: 0, y: 0 } };
}

describe('DraftUndo', () => {
  it('names the steps that an undo or redo changed, in their texts, as a whole or on the map', () => {
    const { mine, undo, edit } = setUp();
    edit(() => addStep(mine, newStep('b'), origin));
    edit(() => setPosition(mine, 'a', { x: 40, y: 0 }, origin));
    edit(() => stepFragment(mine, 'b', 'say')?.insert(0, [new Y.XmlElement('paragraph')]));
    edit(() =>
      mine.transact(() => stepFragment(mine, 'b', 'do')?.insert(0, [new Y.XmlElement('paragraph')]), origin),
    );
    undo.undo();
    expect(undo.touched).toEqual(['b']);
    undo.undo();
    expect(undo.touched).toEqual(['a']);
    undo.undo();
    expect(undo.touched).toContain('b');
    undo.redo();
    expect(undo.touched).toContain('b');
    undo.redo();
    expect(undo.touched).toEqual(['a']);
  });

  it('undoes text and structure in the order they were made', () => {
    const { mine, undo, edit, titles } = setUp();
    const say = stepFragment(mine, 'a', 'say');
    edit(() => setStep(mine, 'a', { title: '名乗り' }, origin));
    edit(() => mine.transact(() => say?.insert(0, [new Y.XmlElement('paragraph')]), ySyncPluginKey));
    edit(() => addStep(mine, newStep('b'), origin));
    const length = say?.length ?? 0;
    expect(undo.undo()).toBe('done');
    expect(titles()).toEqual(['名乗り']);
    expect(undo.undo()).toBe('done');
    expect(say?.length).toBe(length - 1);
    expect(undo.undo()).toBe('done');
    expect(titles()).toEqual(['a']);
    expect(undo.undo()).toBe('nothing');
    expect(undo.redo()).toBe('done');
    expect(titles()).toEqual(['名乗り']);
  });

  it("never undoes a colleague's change", () => {
    const { theirs, undo, exchange, titles } = setUp();
    setStep(theirs, 'a', { title: '佐藤' }, null);
    exchange();
    expect(undo.undo()).toBe('nothing');
    expect(titles()).toEqual(['佐藤']);
  });

  it('takes one item and says so when a colleague has overtaken it, leaving older ones for the next key', () => {
    const { mine, theirs, undo, exchange, edit, titles } = setUp();
    edit(() => setStep(mine, 'a', { hold: true }, origin));
    edit(() => setStep(mine, 'a', { title: 'mine' }, origin));
    exchange();
    setStep(theirs, 'a', { title: 'theirs' }, null);
    exchange();
    expect(undo.undo()).toBe('overtaken');
    expect(titles()).toEqual(['theirs']);
    expect(readScript(mine).steps[0]?.hold).toBe(true);
    expect(undo.undo()).toBe('done');
    expect(readScript(mine).steps[0]?.hold).toBe(false);
  });

  it('refuses to undo the creation of a step that a colleague has worked in', () => {
    const { mine, theirs, undo, exchange, edit, titles } = setUp();
    edit(() => addStep(mine, newStep('b'), origin));
    exchange();
    setStep(theirs, 'b', { title: '佐藤の手順' }, null);
    exchange();
    expect(undo.undo()).toBe('shared');
    expect(titles()).toContain('佐藤の手順');
  });

  it('refuses to undo a new paragraph that a colleague has written in, and takes one that is only this session’s', () => {
    const { mine, theirs, undo, exchange, edit } = setUp();
    const say = stepFragment(mine, 'a', 'say');
    const addParagraph = () =>
      mine.transact(() => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText('分けた後半')]);
        say?.insert(say.length, [paragraph]);
      }, ySyncPluginKey);
    edit(addParagraph);
    edit(addParagraph);
    exchange();
    const first = stepFragment(theirs, 'a', 'say')?.get(1);
    const text = first instanceof Y.XmlElement ? first.get(0) : null;
    if (text instanceof Y.XmlText) text.insert(2, '佐藤の言葉');
    exchange();
    expect(undo.undo()).toBe('done');
    expect(undo.undo()).toBe('shared');
    expect(JSON.stringify(readScript(mine).steps[0]?.say)).toContain('佐藤の言葉');
  });

  it('does not take away again what an undo brought back when a colleague has written in it', () => {
    const { mine, theirs, undo, exchange, edit, titles } = setUp();
    edit(() => addStep(mine, newStep('b'), origin));
    expect(undo.undo()).toBe('done');
    expect(undo.redo()).toBe('done');
    expect(titles()).toEqual(['a', 'b']);
    const say = stepFragment(mine, 'a', 'say');
    edit(() => mine.transact(() => say?.delete(0, 1), ySyncPluginKey));
    expect(undo.undo()).toBe('done');
    exchange();
    const paragraph = stepFragment(theirs, 'a', 'say')?.get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (text instanceof Y.XmlText) text.insert(0, '佐藤の言葉');
    exchange();
    expect(undo.redo()).toBe('shared');
    expect(JSON.stringify(readScript(mine).steps[0]?.say)).toContain('佐藤の言葉');
  });

  it('undoes the creation of a step that only this session has worked in', () => {
    const { mine, undo, edit, titles } = setUp();
    edit(() => addStep(mine, newStep('b'), origin));
    expect(undo.undo()).toBe('done');
    expect(titles()).toEqual(['a']);
  });

  it('keeps what is edited right after an undo apart from what was edited right before', () => {
    const { mine, undo, titles } = setUp();
    setStep(mine, 'a', { title: '1' }, origin);
    undo.separate();
    setStep(mine, 'a', { title: '2' }, origin);
    expect(undo.undo()).toBe('done');
    setStep(mine, 'a', { title: '3' }, origin);
    expect(undo.undo()).toBe('done');
    expect(titles()).toEqual(['1']);
  });

  it('leaves a step that is in use to its caller, and goes on with what was done before', () => {
    const { mine, undo, edit, titles } = setUp();
    edit(() => setStep(mine, 'a', { title: '1' }, origin));
    edit(() => addStep(mine, newStep('b'), origin));
    expect(undo.undo((stepId) => stepId === 'a')).toBe('done');
    expect(undo.redo()).toBe('done');
    expect(undo.undo((stepId) => stepId === 'b')).toBe('inUse');
    expect(undo.touched).toEqual(['b']);
    expect(titles()).toEqual(['1', 'b']);
    expect(undo.undo()).toBe('done');
    expect(titles()).toEqual(['a', 'b']);
  });

  it('takes a deleted step out of the bin', () => {
    const { mine, undo, edit, titles } = setUp();
    edit(() => binStep(mine, 'a', { by: 'a1', name: '佐藤', at: '2026-11-24T00:00:00Z' }, origin));
    expect(titles()).toEqual([]);
    expect(undo.undo()).toBe('done');
    expect(titles()).toEqual(['a']);
  });

  it('makes one item of a composition, however slow', () => {
    const { mine, undo } = setUp();
    const text = new Y.XmlText();
    stepFragment(mine, 'a', 'say')?.insert(0, [text]);
    undo.composing(true);
    undo.manager.lastChange = 0;
    for (const letter of ['k', 'こ', 'ん']) {
      mine.transact(() => text.insert(text.length, letter), ySyncPluginKey);
      undo.manager.lastChange -= 2_000;
    }
    undo.composing(false);
    expect(undo.manager.undoStack).toHaveLength(1);
  });

  it('outlives the editors that it was lent to, without their listeners', () => {
    const { mine, undo, edit, titles } = setUp();
    const facade = undo.facade();
    const heard: string[] = [];
    facade.on('stack-item-added', () => heard.push('added'));
    edit(() => setStep(mine, 'a', { title: '1' }, origin));
    facade.destroy();
    edit(() => setStep(mine, 'a', { title: '2' }, origin));
    expect(heard).toEqual(['added']);
    expect(undo.undo()).toBe('done');
    expect(titles()).toEqual(['1']);
  });
});
