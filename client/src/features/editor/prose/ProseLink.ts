import { isSafeHref } from '@daihon/shared/script/href';
import { Mark, markPasteRule, mergeAttributes } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    proseLink: {
      setLink: (attributes: { href: string }) => ReturnType;
      unsetLink: () => ReturnType;
    };
  }
}

/** Ends before any character that no address has: the words of a Japanese sentence stand right after it. */
const address = /https:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w\-~/#&=%]/gu;
const wholeAddress = new RegExp(`^${address.source}$`, 'u');

const onElsewhere = { target: '_blank', rel: 'noopener noreferrer nofollow' };

/**
 * Links to where a script may lead. A pasted address becomes one, and one for the words that are chosen. The attributes are
 * those that drafts hold since the editor is there, though a version keeps `href` alone.
 */
export const ProseLink = Mark.create({
  name: 'link',
  priority: 1_000,
  keepOnSplit: false,
  exitable: true,
  inclusive: false,
  addAttributes() {
    return {
      href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') },
      target: { default: onElsewhere.target },
      rel: { default: onElsewhere.rel },
      class: { default: null },
      title: { default: null },
    };
  },
  parseHTML() {
    return [
      { tag: 'a[href]', getAttrs: (link) => (isSafeHref(link.getAttribute('href') ?? '') ? null : false) },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    const { href } = HTMLAttributes as { href?: unknown };
    const safe = typeof href === 'string' && isSafeHref(href) ? href : '';
    return ['a', mergeAttributes(onElsewhere, HTMLAttributes, { href: safe }), 0];
  },
  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ commands }) =>
          isSafeHref(href) && commands.setMark(this.name, { href }),
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    };
  },
  addPasteRules() {
    return [markPasteRule({ find: address, type: this.type, getAttributes: ([href]) => ({ href }) })];
  },
  addProseMirrorPlugins() {
    const { editor, name } = this;
    return [
      new Plugin({
        props: {
          handlePaste: (view, _event, slice) => {
            const href = slice.content.textBetween(0, slice.content.size);
            if (view.state.selection.empty || !wholeAddress.test(href)) return false;
            return editor.commands.setMark(name, { href });
          },
        },
      }),
    ];
  },
});
