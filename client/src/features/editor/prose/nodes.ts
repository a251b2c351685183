import { Extension, mergeAttributes, Node } from '@tiptap/core';

/** A paragraph may carry a condition; the style sheet shows it as a chip, so no widget disturbs the text. */
export const ParagraphCondition = Extension.create({
  name: 'paragraphCondition',
  addGlobalAttributes() {
    return [{ types: ['paragraph'], attributes: { when: conditionAttribute } }];
  },
});

const conditionAttribute = {
  default: null,
  keepOnSplit: false,
  parseHTML: (element: HTMLElement) => element.getAttribute('data-when'),
  renderHTML: ({ when }: Record<string, unknown>) =>
    typeof when === 'string' && when !== '' ? { 'data-when': when } : {},
};

/** Lists have one level in a version, so an item holds paragraphs only; Tab is left to move the focus. */
export const FlatListItem = Node.create({
  name: 'listItem',
  content: 'paragraph+',
  defining: true,
  parseHTML() {
    return [{ tag: 'li' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['li', mergeAttributes(HTMLAttributes), 0];
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});
