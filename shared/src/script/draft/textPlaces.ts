import type * as Y from 'yjs';
import type { TextPlace } from '../find/texts.ts';
import { childrenOf, isElement } from './content.ts';
import type { XmlChild } from './content.ts';
import { draftRoots, mapAt, stepFragment } from './layout.ts';
import type { DraftMap } from './layout.ts';
import { stepRoles } from '../kinds.ts';
import { spliceParagraph } from './spliceText.ts';

/** Replaces a stretch of the text at a place (see `textsOf`); what does not exist any more is passed over. Call it inside a transaction. */
export function spliceAt(
  doc: Y.Doc,
  place: TextPlace,
  present: string,
  splice: { from: number; to: number; text: string },
): void {
  const role = stepRoles.find((each) => each === place.part);
  if (role !== undefined && place.stepId !== null) {
    const fragment = stepFragment(doc, place.stepId, role);
    const paragraph = fragment === null ? null : paragraphElements(fragment)[place.paragraph ?? 0];
    if (paragraph != null) spliceParagraph(paragraph, splice);
    return;
  }
  setLine(doc, place, present.slice(0, splice.from) + splice.text + present.slice(splice.to));
}

/** Sets a short text as a whole: these are plain values, the last writer's stands. */
export function setLine(doc: Y.Doc, place: TextPlace, text: string): void {
  const roots = draftRoots(doc);
  const [room, id = '', part, number] = place.item.split('/');
  const owner = place.stepId === null ? null : mapAt(roots.steps, place.stepId);
  if (place.stepId !== null && owner === null) return;
  if (room === 'title') (owner ?? roots.meta).set('title', text);
  else if (room === 'outcome') owner?.set('outcome', text);
  else if (room === 'page') setPage(owner, id, text);
  else if (room === 'fields' && part === 'options') setOption(owner, id, Number(number), text);
  else if (owner !== null) setIn(mapAt(owner, room ?? ''), id, 'label', text);
  else if (room === 'groups') setIn(roots.groups, id, 'title', text);
  else if (room === 'interrupts') setIn(roots.interrupts, id, 'label', text);
  else if (room === 'placeholders') setIn(roots.placeholders, id, part ?? 'label', text);
}

function setIn(parent: DraftMap | null, id: string, name: string, text: string): void {
  const item = parent === null ? null : mapAt(parent, id);
  item?.set(name, text);
}

function setPage(step: DraftMap | null, name: string, text: string): void {
  const page: unknown = step?.get('page');
  if (typeof page === 'object' && page !== null) step?.set('page', { ...page, [name]: text });
}

/** `number` counts as `readField` does: entries that are no options are not counted. */
function setOption(step: DraftMap | null, fieldId: string, number: number, text: string): void {
  const fields = step === null ? null : mapAt(step, 'fields');
  const field = fields === null ? null : mapAt(fields, fieldId);
  const options: unknown = field?.get('options');
  if (!Array.isArray(options)) return;
  const sound = options.filter((option: unknown) => typeof option === 'object' && option !== null);
  field?.set(
    'options',
    sound.map((option: object, index) => (index === number ? { ...option, label: text } : option)),
  );
}

/** The paragraphs of a text in the order that `readContent` gives them; null for one that it adds to an item without any. */
function paragraphElements(fragment: Y.XmlFragment): (Y.XmlElement | null)[] {
  return childrenOf(fragment).flatMap((child) =>
    isElement(child, 'paragraph') ? [child] : isElement(child, 'bulletList') ? inList(child) : [],
  );
}

function inList(list: Y.XmlElement): (Y.XmlElement | null)[] {
  return childrenOf(list).flatMap((child) => (isElement(child, 'listItem') ? inItem(child) : []));
}

function inItem(item: Y.XmlElement): (Y.XmlElement | null)[] {
  const children: XmlChild[] = childrenOf(item);
  const own = children.filter((child) => isElement(child, 'paragraph'));
  const nested = children.flatMap((child) => (isElement(child, 'bulletList') ? inList(child) : []));
  return [...(own.length === 0 ? [null] : own), ...nested];
}
