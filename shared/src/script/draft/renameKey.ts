import * as Y from 'yjs';
import { findPlaceholders } from '../placeholders.ts';
import { renameInExpression } from '../renameInExpression.ts';
import { stepRoles } from '../kinds.ts';
import { childrenOf, isElement } from './content.ts';
import { setField } from './editItems.ts';
import { draftRoots, mapAt, sortedMaps } from './layout.ts';
import type { DraftMap } from './layout.ts';
import { jumpAt, pageAt } from './readValue.ts';
import { ensureMap, setValues } from './values.ts';

/** Gives a field another key; with `uses` also wherever the old one is asked for. One transaction. */
export function renameField(
  doc: Y.Doc,
  place: { stepId: string; fieldId: string; from: string },
  to: string,
  { uses }: { uses: boolean },
  origin: unknown,
): void {
  doc.transact(() => {
    setField(doc, place.stepId, place.fieldId, { key: to }, origin);
    if (uses) renameUses(doc, place.from, to);
  }, origin);
}

/** Gives a placeholder another key, and everything that asks for it. Nothing when `to` is taken. One transaction. */
export function renamePlaceholder(doc: Y.Doc, from: string, to: string, origin: unknown): void {
  const { placeholders } = draftRoots(doc);
  const present = mapAt(placeholders, from);
  if (present === null || placeholders.has(to)) return;
  doc.transact(() => {
    const renamed = ensureMap(placeholders, to);
    for (const [name, value] of present) renamed.set(name, value);
    placeholders.delete(from);
    renameUses(doc, from, to);
  }, origin);
}

/** Steps in the bin too: one that comes back asks for what there is then. */
function renameUses(doc: Y.Doc, from: string, to: string): void {
  for (const [, step] of sortedMaps(draftRoots(doc).steps)) {
    renameIn(step, 'choices', 'when', from, to);
    renameIn(step, 'fields', 'computed', from, to);
    renameInPlain(step, from, to);
    for (const role of stepRoles) {
      const fragment = step.get(role);
      if (fragment instanceof Y.XmlFragment) renameInText(fragment, from, to);
    }
  }
}

function renameIn(step: DraftMap, part: string, member: string, from: string, to: string): void {
  for (const [, item] of sortedMaps(mapAt(step, part))) {
    const present = item.get(member);
    if (typeof present !== 'string') continue;
    const renamed = renameInExpression(present, from, to);
    if (renamed !== present) item.set(member, renamed);
  }
}

/** A call and a page are one plain value each. */
function renameInPlain(step: DraftMap, from: string, to: string): void {
  const jump = jumpAt(step);
  if (jump !== null) {
    const inputs = jump.inputs?.map((input) => ({
      ...input,
      from: renameInExpression(input.from, from, to),
    }));
    const outputs = jump.outputs?.map((output) => (output.to === from ? { ...output, to } : output));
    setValues(step, { jump: { ...jump, ...(inputs && { inputs }), ...(outputs && { outputs }) } });
  }
  const page = pageAt(step);
  if (page === null) return;
  const [url, fallback] = [page.url, page.fallback].map((text) => renameInPlaceholders(text, from, to));
  setValues(step, { page: { ...page, url, fallback } });
}

function renameInPlaceholders(text: string, from: string, to: string): string {
  let renamed = text;
  for (const { key, start } of findPlaceholders(text).uses.reverse()) {
    if (key !== from) continue;
    const at = text.indexOf(from, start);
    renamed = `${renamed.slice(0, at)}${to}${renamed.slice(at + from.length)}`;
  }
  return renamed;
}

function renameInText(parent: Y.XmlFragment, from: string, to: string): void {
  for (const child of childrenOf(parent)) {
    if (child instanceof Y.XmlText) renameInRuns(child, from, to);
    if (!(child instanceof Y.XmlElement)) continue;
    if (isElement(child, 'paragraph')) renameWhen(child, from, to);
    renameInText(child, from, to);
  }
}

function renameWhen(paragraph: Y.XmlElement, from: string, to: string): void {
  const when: unknown = paragraph.getAttribute('when');
  if (typeof when !== 'string') return;
  const renamed = renameInExpression(when, from, to);
  if (renamed !== when) paragraph.setAttribute('when', renamed);
}

/** Only the key itself changes: what a colleague types beside it stays, and it keeps the marks of its last letter. */
function renameInRuns(text: Y.XmlText, from: string, to: string): void {
  const plain = plainOf(text);
  for (const { key, start } of findPlaceholders(plain).uses.reverse()) {
    if (key !== from) continue;
    const at = plain.indexOf(from, start);
    text.insert(at + from.length, to);
    text.delete(at, from.length);
  }
}

/** An embedded object takes one place in a text. */
function plainOf(text: Y.XmlText): string {
  const delta = text.toDelta() as { insert: unknown }[];
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('');
}
