import * as Y from 'yjs';
import type { Content } from '../content.ts';
import type { Script } from '../schema.ts';
import { readContent } from './content.ts';
import { draftRoots } from './layout.ts';
import { readScript } from './read.ts';

/** Reads a draft again and again, as an editor does while people type. */
export interface ScriptReader {
  /** The same as `readScript`; texts that did not change since the last call are the same objects. */
  read(): Script;
  stop(): void;
}

/**
 * A reader that keeps the texts it has read until they change: a key typed into one step costs that text, not all of them.
 * It watches the steps of the document; `stop` ends that.
 */
export function watchScript(doc: Y.Doc): ScriptReader {
  const texts = new WeakMap<Y.XmlFragment, Content>();
  const { steps } = draftRoots(doc);
  const forget = (events: readonly { readonly target: unknown }[]): void => {
    for (const { target } of events) {
      const fragment = fragmentOf(target);
      if (fragment !== null) texts.delete(fragment);
    }
  };
  steps.observeDeep(forget);
  const read = (fragment: Y.XmlFragment): Content => {
    const known = texts.get(fragment);
    if (known !== undefined) return known;
    const content = readContent(fragment);
    texts.set(fragment, content);
    return content;
  };
  return { read: () => readScript(doc, read), stop: () => steps.unobserveDeep(forget) };
}

/** The text of a step that a change happened in; null for a change of plain values. */
function fragmentOf(changed: unknown): Y.XmlFragment | null {
  let fragment: Y.XmlFragment | null = null;
  for (let type = changed; type instanceof Y.AbstractType; type = type.parent) {
    if (type instanceof Y.XmlFragment) fragment = type;
  }
  return fragment;
}
