import type { Root } from './nodes.ts';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';

/** CommonMark; `**「はい」**と` is bold, as everyone who writes Japanese expects. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [cjkFriendlyExtension()] });
}
