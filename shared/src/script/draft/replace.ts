import * as Y from 'yjs';
import type { Anchor } from '../find/anchors.ts';
import { anchorAt, locate } from '../find/anchors.ts';
import type { Hit, Query } from '../find/hits.ts';
import { chooseHits, findHits } from '../find/hits.ts';
import type { PlacedText, TextPlace } from '../find/texts.ts';
import { textsOf } from '../find/texts.ts';
import type { Script } from '../schema.ts';
import { stepRoles } from '../kinds.ts';
import { writeContent } from './contentWrite.ts';
import { stepFragment } from './layout.ts';
import { readScript } from './read.ts';
import { setLine, spliceAt } from './textPlaces.ts';
import { fillDraft } from './write.ts';

/** What is to be replaced by what. `hitIds`: those of `findHits` that were chosen. */
export interface Replacement {
  query: Query;
  text: string;
  hitIds: ReadonlySet<string>;
}

/** One stretch that was replaced: where, what stood there, and how to find what stands there now. */
export interface Replaced {
  place: TextPlace;
  before: string;
  anchor: Anchor;
}

export interface ReplaceOutcome {
  done: Replaced[];
  /** Chosen, and not as they were chosen any more. */
  changed: number;
  /** The text would have become longer than it may. */
  tooLong: number;
}

/**
 * Replaces the chosen hits that still stand in the draft, by small edits that keep marks and what others type. Call it inside a transaction.
 */
export function replaceHits(doc: Y.Doc, { query, text, hitIds }: Replacement): ReplaceOutcome {
  const chosen = chooseHits(findHits(textsOf(readScript(doc)), query), hitIds);
  const outcome: ReplaceOutcome = { done: [], changed: hitIds.size - chosen.length, tooLong: 0 };
  for (const hits of byPlace(chosen)) {
    const [first] = hits;
    if (first === undefined) continue;
    const { place, text: present } = first;
    const growth = hits.reduce((sum, { from, to }) => sum + text.length - (to - from), 0);
    if (place.maxLength !== null && present.length + growth > place.maxLength) {
      outcome.tooLong += hits.length;
      continue;
    }
    outcome.done.push(...replaceInPlace(doc, hits, text));
  }
  return outcome;
}

/** From the end, so that the places before stay true. */
function replaceInPlace(doc: Y.Doc, hits: readonly Hit[], text: string): Replaced[] {
  let present = hits[0]?.text ?? '';
  for (const { place, from, to } of hits.toReversed()) {
    spliceAt(doc, place, present, { from, to, text });
    present = present.slice(0, from) + text + present.slice(to);
  }
  let shift = 0;
  return hits.map((hit) => {
    const from = hit.from + shift;
    shift += text.length - (hit.to - hit.from);
    const before = hit.text.slice(hit.from, hit.to);
    return { place: hit.place, before, anchor: anchorAt(present, from, from + text.length) };
  });
}

/**
 * Takes a replacement back: a text that stands as the replacement left it becomes what it was at `point` (the draft before it),
 * marks included; in one that was edited since, each stretch that can still be found is put back. Returns how many could not be.
 * Call it inside a transaction.
 */
export function undoReplace(
  doc: Y.Doc,
  point: Script,
  replacement: Replacement,
  done: readonly Replaced[],
): number {
  const after = replayed(point, replacement);
  let lost = 0;
  for (const group of byItem(done)) {
    const place = group[0]?.place;
    if (place === undefined || putBack(doc, point, after, place)) continue;
    lost += takeBackOneByOne(doc, group);
  }
  return lost;
}

/** What the replacement made of the draft as it stood at `point`. */
function replayed(point: Script, replacement: Replacement): Script {
  const scratch = new Y.Doc();
  fillDraft(scratch, point, null);
  scratch.transact(() => void replaceHits(scratch, replacement));
  const after = readScript(scratch);
  scratch.destroy();
  return after;
}

/** False when the text is not as the replacement left it. */
function putBack(doc: Y.Doc, point: Script, after: Script, place: TextPlace): boolean {
  const now = readScript(doc);
  const role = stepRoles.find((each) => each === place.part);
  if (role === undefined) {
    const [was, left, stands] = [point, after, now].map((script) => lineAt(script, place));
    if (stands !== left) return false;
    setLine(doc, place, was ?? '');
    return true;
  }
  const stepAt = (script: Script) => script.steps.find(({ id }) => id === place.stepId)?.[role];
  const [was, left, stands] = [stepAt(point), stepAt(after), stepAt(now)];
  const fragment = place.stepId === null ? null : stepFragment(doc, place.stepId, role);
  if (was === undefined || fragment === null || JSON.stringify(stands) !== JSON.stringify(left)) return false;
  writeContent(fragment, was);
  return true;
}

function lineAt(script: Script, place: TextPlace): string {
  return textsOf(script).find((each) => isSameItem(each.place, place))?.text ?? '';
}

interface Found extends PlacedText {
  from: number;
  to: number;
  before: string;
}

/** All are found before the first is put back: each stands in the surroundings of its neighbours. */
function takeBackOneByOne(doc: Y.Doc, group: readonly Replaced[]): number {
  const texts = textsOf(readScript(doc));
  const found: Found[] = [];
  for (const replaced of group) {
    const stretch = whereNow(texts, replaced, found);
    if (stretch !== null) found.push(stretch);
  }
  for (const { place, text, from, to, before } of found.toSorted((a, b) => b.from - a.from)) {
    const present = textsOf(readScript(doc)).find((each) => isSamePlace(each.place, place))?.text ?? text;
    spliceAt(doc, place, present, { from, to, text: before });
  }
  return group.length - found.length;
}

/** In the paragraph it stood in, or in any other of the same text; not where another was found. */
function whereNow(
  texts: readonly PlacedText[],
  { place, anchor, before }: Replaced,
  taken: readonly Found[],
): Found | null {
  const candidates = texts.filter((each) => isSameItem(each.place, place));
  const nearest = candidates.toSorted((a, b) => distance(a.place, place) - distance(b.place, place));
  for (const candidate of nearest) {
    const ends = taken.filter((each) => isSamePlace(each.place, candidate.place)).map(({ to }) => to);
    const stretch = locate(candidate.text, anchor, Math.max(0, ...ends));
    if (stretch !== null) return { ...candidate, from: stretch[0], to: stretch[1], before };
  }
  return null;
}

function distance(a: TextPlace, b: TextPlace): number {
  return Math.abs((a.paragraph ?? 0) - (b.paragraph ?? 0));
}

function isSameItem(a: TextPlace, b: TextPlace): boolean {
  return a.part === b.part && a.stepId === b.stepId && a.item === b.item;
}

function isSamePlace(a: TextPlace, b: TextPlace): boolean {
  return isSameItem(a, b) && a.paragraph === b.paragraph;
}

function byPlace(hits: readonly Hit[]): Hit[][] {
  return grouped(hits, ({ place }) => `${itemKey(place)} ${place.paragraph ?? ''}`);
}

function byItem(done: readonly Replaced[]): Replaced[][] {
  return grouped(done, ({ place }) => itemKey(place));
}

function itemKey({ part, stepId, item }: TextPlace): string {
  return `${part} ${stepId ?? ''} ${item}`;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
