import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { steadyDecorations } from './steadyDecorations.ts';

export interface ConditionMarksOptions {
  /** A condition in words. */
  sentence: (when: string) => string;
  /** The mark of a paragraph was pressed; the caret is in that paragraph then. */
  onPress: () => void;
}

/** As high as one line of the mark, which the style sheet draws above the paragraph. */
const markHeightPx = 24;

/** Says above each conditional paragraph when it is shown. The words are an attribute, so nothing is added to the text. */
export const ConditionMarks = Extension.create<ConditionMarksOptions>({
  name: 'conditionMarks',
  addOptions() {
    return { sentence: (when) => when, onPress: () => undefined };
  },
  addProseMirrorPlugins() {
    const { sentence, onPress } = this.options;
    return [
      steadyDecorations('conditionMarks', (doc) => paint(doc, sentence)),
      new Plugin({
        props: {
          handleClick: (view, _position, event) => {
            const paragraph = event.target instanceof Element ? event.target.closest('p[data-when]') : null;
            if (paragraph === null || !view.editable) return false;
            if (event.clientY - paragraph.getBoundingClientRect().top > markHeightPx) return false;
            this.editor.commands.setTextSelection(view.posAtDOM(paragraph, 0));
            onPress();
            return true;
          },
        },
      }),
    ];
  },
});

function paint(doc: Node, sentence: (when: string) => string): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, position) => {
    const when: unknown = node.attrs.when;
    if (typeof when === 'string' && when !== '')
      found.push(Decoration.node(position, position + node.nodeSize, { 'data-sentence': sentence(when) }));
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, found);
}
