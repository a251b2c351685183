import * as Y from 'yjs';

export interface OwnParagraph {
  item: Y.Item;
  /** What stood in it when it was looked at. */
  text: string;
  /** The whole text that it is part of. */
  fragment: Y.XmlFragment;
}

/** The paragraph that this page's caret, as presence tells it, is in. */
export function ownParagraph(doc: Y.Doc, cursor: unknown): OwnParagraph | null {
  if (typeof cursor !== 'object' || cursor === null || !('head' in cursor)) return null;
  const at = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(cursor.head), doc);
  const type: unknown = at?.type instanceof Y.XmlText ? at.type.parent : at?.type;
  if (!(type instanceof Y.XmlElement) || type._item === null) return null;
  // Of unknown attributes, any would be the compiler's guess.
  const element = type as Y.XmlElement;
  const fragment = fragmentAround(element);
  return fragment === null ? null : { item: type._item, text: textIn(element), fragment };
}

function fragmentAround(element: Y.XmlElement): Y.XmlFragment | null {
  let around: unknown = element.parent;
  while (around instanceof Y.XmlElement) around = around.parent;
  return around instanceof Y.XmlFragment ? around : null;
}

function textIn(element: Y.XmlElement): string {
  const parts: unknown[] = element.toArray();
  return parts.map((part) => (part instanceof Y.XmlText ? plain(part) : '')).join('');
}

function plain(text: Y.XmlText): string {
  const runs: { insert?: unknown }[] = text.toDelta() as { insert?: unknown }[];
  return runs.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
