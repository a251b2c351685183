import * as Y from 'yjs';
import { emptyContent } from '../contentText.ts';
import type { Content } from '../content.ts';
import { isKey } from '../keys.ts';
import { oneOf, placeholderTypes, stepKinds } from '../kinds.ts';
import type { Choice, Gate, Group, Interrupt, Placeholder, Script, Step } from '../schema.ts';
import { readContent } from './content.ts';
import { draftRoots, isBinned, mapAt, sortedMaps, sortedSteps } from './layout.ts';
import type { DraftMap, DraftRoots } from './layout.ts';
import { readField } from './readField.ts';
import { conditionAt, isId, jumpAt, pageAt, textAt } from './readValue.ts';

/**
 * The draft as a Script document. Pure and total: never writes, never throws, the same on every replica of the same state.
 * Repairs on the way: binned steps are out, targets that do not exist are null, a missing start is the first step, items
 * stand in outline order, missing values have their defaults, an unknown kind is a talk. `readText` is for `watchScript`.
 */
export function readScript(doc: Y.Doc, readText: ReadText = readContent): Script {
  const roots = draftRoots(doc);
  const steps = sortedSteps(roots.steps).filter(([id]) => isId(id));
  const known: Known = {
    steps: new Set(steps.map(([id]) => id)),
    groups: new Set(sortedMaps(roots.groups).flatMap(([id]) => (isId(id) ? [id] : []))),
  };
  const start = target(roots.meta.get('start'), known.steps);
  return {
    schema: 1,
    title: textAt(roots.meta, 'title', 200),
    language: roots.meta.get('language') === 'en' ? 'en' : 'ja',
    start: start ?? steps[0]?.[0] ?? null,
    placeholders: readPlaceholders(roots.placeholders),
    groups: items(roots.groups).map(([id, map]) => readGroup(id, map)),
    interrupts: items(roots.interrupts).map(([id, map]) => readInterrupt(id, map, known)),
    steps: steps.map(([id, map]) => readStep(id, map, { roots, known, readText })),
  };
}

type ReadText = (fragment: Y.XmlFragment) => Content;

export interface BinnedStep {
  id: string;
  title: string;
  /** The account's id; what was written before marks had one is a name. */
  by: string;
  name: string;
  at: string;
}

/** The steps in the draft's bin, the latest first. */
export function readBin(doc: Y.Doc): BinnedStep[] {
  return items(draftRoots(doc).steps)
    .filter(([, step]) => isBinned(step))
    .map(([id, step]) => {
      const binned = step.get('binned') as { by?: unknown; name?: unknown; at?: unknown };
      const by = typeof binned.by === 'string' ? binned.by : '';
      return {
        id,
        title: textAt(step, 'title', 200),
        by,
        name: typeof binned.name === 'string' ? binned.name : by,
        at: typeof binned.at === 'string' ? binned.at : '',
      };
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** A step in the bin as it would come back; null when there is none. Targets that are in the bin themselves are null. */
export function readBinnedStep(doc: Y.Doc, id: string): Step | null {
  const roots = draftRoots(doc);
  const map = mapAt(roots.steps, id);
  if (map === null || !isBinned(map)) return null;
  const present = sortedSteps(roots.steps).flatMap(([each]) => (isId(each) ? [each] : []));
  const known: Known = {
    steps: new Set([...present, id]),
    groups: new Set(sortedMaps(roots.groups).map(([groupId]) => groupId)),
  };
  return readStep(id, map, { roots, known, readText: readContent });
}

interface Known {
  steps: ReadonlySet<string>;
  groups: ReadonlySet<string>;
}

interface Reading {
  roots: DraftRoots;
  known: Known;
  readText: ReadText;
}

function readStep(id: string, map: DraftMap, { roots, known, readText }: Reading): Step {
  const outcome = textAt(map, 'outcome', 100);
  const page = pageAt(map);
  return {
    id,
    kind: oneOf(stepKinds, map.get('kind')) ?? 'talk',
    title: textAt(map, 'title', 200),
    group: target(map.get('group'), known.groups),
    mustRead: map.get('mustRead') === true,
    hold: map.get('hold') === true,
    say: contentAt(map, 'say', readText),
    do: contentAt(map, 'do', readText),
    caution: contentAt(map, 'caution', readText),
    gates: items(mapAt(map, 'gates')).map(([gateId, gate]) => readGate(gateId, gate)),
    fields: items(mapAt(map, 'fields')).map(([fieldId, field]) => readField(fieldId, field)),
    choices: items(mapAt(map, 'choices')).map(([choiceId, choice]) => readChoice(choiceId, choice, known)),
    jump: jumpAt(map),
    ...(page === null ? {} : { page }),
    outcome: outcome === '' ? null : outcome,
    position: readPosition(roots.positions.get(id)),
  };
}

function readChoice(id: string, map: DraftMap, known: Known): Choice {
  return {
    id,
    label: textAt(map, 'label', 200),
    to: target(map.get('to'), known.steps),
    when: conditionAt(map, 'when'),
  };
}

function readGate(id: string, map: DraftMap): Gate {
  return { id, label: textAt(map, 'label', 200) };
}

function readGroup(id: string, map: DraftMap): Group {
  const colour = textAt(map, 'colour', 32);
  return { id, title: textAt(map, 'title', 200), ...(colour === '' ? {} : { colour }) };
}

function readInterrupt(id: string, map: DraftMap, known: Known): Interrupt {
  return { id, label: textAt(map, 'label', 200), to: target(map.get('to'), known.steps) };
}

function readPlaceholders(root: DraftMap): Placeholder[] {
  return sortedMaps(root).flatMap(([name, map]) => {
    if (!isKey(name)) return [];
    return {
      key: name,
      label: textAt(map, 'label', 200),
      type: oneOf(placeholderTypes, map.get('type')) ?? 'text',
      example: textAt(map, 'example', 500),
      fallback: textAt(map, 'fallback', 500),
      ...(map.get('input') === true ? { input: true as const } : {}),
    };
  });
}

function items(parent: DraftMap | null): [string, DraftMap][] {
  return sortedMaps(parent).filter(([id]) => isId(id));
}

function target(value: unknown, known: ReadonlySet<string>): string | null {
  return typeof value === 'string' && known.has(value) ? value : null;
}

function contentAt(map: DraftMap, role: string, readText: ReadText): Content {
  const fragment = map.get(role);
  return fragment instanceof Y.XmlFragment ? readText(fragment) : emptyContent;
}

function readPosition(value: unknown): Step['position'] {
  const { x, y } = typeof value === 'object' && value !== null ? (value as { x?: unknown; y?: unknown }) : {};
  return { x: finite(x), y: finite(y) };
}

/** Adding 0 turns -0 into 0, which JSON could not tell apart. */
function finite(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value + 0 : 0;
}
