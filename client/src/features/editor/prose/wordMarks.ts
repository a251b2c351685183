import type { Finding } from '@daihon/shared/version';
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { FindingsStore } from '../checks/findingsStore.ts';
import { paint } from '../comments/marks/highlights.ts';
import type { Painted } from '../comments/marks/highlights.ts';
import { proseLines } from '../comments/marks/proseText.ts';
import { repaintView } from './repaint.ts';
import { wordHints } from './wordHints.ts';

export interface WordMarksOptions {
  store: FindingsStore | null;
  stepId: string;
  role: string;
}

/** Underlines the words that the checks found, painted beside the text: nothing of the text changes, least of all while composing. */
export const WordMarks = Extension.create<WordMarksOptions>({
  name: 'wordMarks',
  addOptions() {
    return { store: null, stepId: '', role: '' };
  },
  addProseMirrorPlugins() {
    const { store, stepId, role } = this.options;
    if (store === null) return [];
    const own = ({ stepId: id, words }: Finding) => id === stepId && words?.item === role;
    return [new Plugin({ view: (view) => followFindings(view, store, own) }), wordHints(store, own)];
  },
});

function followFindings(view: EditorView, store: FindingsStore, own: (finding: Finding) => boolean) {
  const painter = {};
  return repaintView(view, {
    paint: () => paint(painter, rangesOf(view, store.get().all.filter(own))),
    subscribe: store.subscribe,
    clear: () => paint(painter, []),
  });
}

/** Only words that still stand where they were found. */
function rangesOf(view: EditorView, findings: readonly Finding[]): Painted {
  const lines = proseLines(view.state.doc);
  return findings.flatMap(({ words, severity }) => {
    const line = lines[words?.paragraph ?? -1];
    if (words === undefined || line?.text.slice(words.from, words.to) !== words.quote) return [];
    const start = view.domAtPos(line.position + words.from, 1);
    const end = view.domAtPos(line.position + words.to, -1);
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return [{ name: `dh-words-${severity}` as const, range }];
  });
}
