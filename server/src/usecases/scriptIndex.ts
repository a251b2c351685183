import { setImmediate as turn } from 'node:timers/promises';
import { check } from '@daihon/shared/script/check';
import type { CheckContext } from '@daihon/shared/script/check/context';
import { textsOf } from '@daihon/shared/script/find/texts';
import type { TextPart } from '@daihon/shared/script/find/texts';
import { callsOf as calledBy } from '@daihon/shared/script/partSignature';
import type { Script } from '@daihon/shared/script/schema';
import { defaultSettings } from '@daihon/shared/settings';
import type { Settings } from '@daihon/shared/settings';
import { foldText } from '@daihon/shared/text/fold';
import { logger } from '../platform/logger.ts';
import type { ScriptRecord } from '../store/scriptRows.ts';
import { listAllScripts } from '../store/scriptLists.ts';
import { findSettings } from '../store/tenants.ts';
import { readVersionScript } from '../store/versions.ts';
import { checkContext } from './checkContext.ts';
import type { KnownScripts } from './checkContext.ts';
import type { DraftDesk, Ports } from './context.ts';

/** One line of a script's text, as it is searched. */
export interface IndexedLine {
  part: TextPart;
  stepId: string | null;
  text: string;
  folded: string;
}

/** A step that calls another script. */
export interface IndexedCall {
  stepId: string;
  scriptId: string;
}

/** What is known of one script's draft and current version without opening either. */
export interface IndexedScript {
  script: ScriptRecord;
  /** What the draft calls it. */
  title: string;
  draft: { lines: IndexedLine[]; calls: IndexedCall[] };
  /** `alone`: the lines of the current version that do not stand in the draft. */
  published: { lines: IndexedLine[]; alone: IndexedLine[]; calls: IndexedCall[] };
  stepTitles: ReadonlyMap<string, string>;
  errors: number;
  warnings: number;
}

interface Entry extends IndexedScript {
  /** Which edit and which version it was made from, and by which of the tenant's settings it was checked. */
  madeFrom: string;
  /** The scripts that it calls and those that these call, as they stood: what the check says of a call hangs on them. */
  parts: ReadonlyMap<string, string>;
}

/** What the check of one script asks about the tenant. */
interface Others extends KnownScripts {
  settings: Settings;
  /** How a script stands: its state, and what its callers read of it. */
  standing: (scriptId: string) => string;
}

interface TenantIndex {
  entries: Map<string, Entry>;
  refreshing: Promise<ReadonlyMap<string, IndexedScript>> | null;
}

/** Drafts are read this many at a time, so that a first search does not hold up those who type. */
const atOnce = 4;
const indexes = new WeakMap<DraftDesk, Map<string, TenantIndex>>();

/**
 * The texts, calls and findings of every script of the tenant outside the bin, in memory: made at the first look, and brought up to
 * date at each by what was edited or published since. Content is decrypted once per change, not once per search.
 */
export function refreshIndex(ports: Ports, tenantId: string): Promise<ReadonlyMap<string, IndexedScript>> {
  const tenants = indexes.get(ports.drafts) ?? new Map<string, TenantIndex>();
  indexes.set(ports.drafts, tenants);
  const index = tenants.get(tenantId) ?? { entries: new Map<string, Entry>(), refreshing: null };
  tenants.set(tenantId, index);
  index.refreshing ??= refresh(ports, tenantId, index).finally(() => {
    index.refreshing = null;
  });
  return index.refreshing;
}

async function refresh(
  ports: Ports,
  tenantId: string,
  index: TenantIndex,
): Promise<ReadonlyMap<string, IndexedScript>> {
  const [scripts, saved] = await Promise.all([listAllScripts(tenantId), findSettings(tenantId)]);
  const settings = saved ?? defaultSettings;
  const edits = await ports.drafts.activities(
    tenantId,
    scripts.map(({ id }) => id),
  );
  const editOf = (id: string) => edits.get(id)?.lastEditAt?.getTime() ?? 0;
  const others = othersOf(scripts, settings, editOf);
  for (const id of index.entries.keys()) if (!others.scriptIds.has(id)) index.entries.delete(id);
  const rules = JSON.stringify([settings.wording, settings.outcomes, settings.pages]);
  const stale: { script: ScriptRecord; madeFrom: string }[] = [];
  for (const script of scripts) {
    const madeFrom = `${editOf(script.id)}/${script.published?.hash ?? ''}/${rules}`;
    const entry = index.entries.get(script.id);
    if (entry === undefined || isStale(entry, madeFrom, others)) stale.push({ script, madeFrom });
    else entry.script = script;
  }
  for (let at = 0; at < stale.length; at += atOnce) {
    await Promise.all(
      stale.slice(at, at + atOnce).map(async ({ script, madeFrom }) => {
        const read = await readOne(ports, tenantId, script, others);
        if (read !== null) index.entries.set(script.id, { ...read, madeFrom });
      }),
    );
    await turn();
  }
  return index.entries;
}

function isStale(entry: Entry, madeFrom: string, { standing }: Others): boolean {
  if (entry.madeFrom !== madeFrom) return true;
  return [...entry.parts].some(([id, stood]) => stood !== standing(id));
}

function othersOf(
  scripts: readonly ScriptRecord[],
  settings: Settings,
  editOf: (scriptId: string) => number,
): Others {
  const byId = new Map(scripts.map((script) => [script.id, script]));
  const publishedIds = new Set(scripts.flatMap(({ id, published }) => (published === null ? [] : [id])));
  const standing = (id: string) => {
    const script = byId.get(id);
    if (script === undefined) return '';
    return `${script.state}/${script.published?.hash ?? editOf(id)}`;
  };
  return { scriptIds: new Set(byId.keys()), publishedIds, settings, standing };
}

/** Null when the draft cannot be read at the moment: the next look tries again. */
async function readOne(
  ports: Ports,
  tenantId: string,
  script: ScriptRecord,
  others: Others,
): Promise<Omit<Entry, 'madeFrom'> | null> {
  const { id, published } = script;
  try {
    const draft = await ports.drafts.peek(tenantId, id);
    const version = published === null ? null : await readVersionScript(tenantId, id, published.number);
    const draftLines = linesOf(draft);
    const { settings } = others;
    const known = await checkContext(ports, tenantId, { scriptId: id, script: draft, settings }, others);
    const findings = check(draft, known);
    const standing = new Map(draftLines.map((line) => [line.text, line]));
    // Most lines are the same in both: the text is kept once.
    const lines =
      version === null ? [] : linesOf(version).map((line) => shared(line, standing.get(line.text)));
    return {
      script,
      title: draft.title,
      draft: { lines: draftLines, calls: callsOf(draft) },
      published: {
        lines,
        alone: lines.filter(({ text }) => !standing.has(text)),
        calls: version === null ? [] : callsOf(version),
      },
      stepTitles: new Map([...(version?.steps ?? []), ...draft.steps].map((step) => [step.id, step.title])),
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
      parts: new Map(partIdsOf(draft, known).map((part) => [part, others.standing(part)])),
    };
  } catch (error) {
    logger.warn({ err: error, scriptId: id }, 'a script could not be indexed');
    return null;
  }
}

/** The scripts that the check has read for this one, those that are missing included. */
function partIdsOf(draft: Script, { parts }: CheckContext): string[] {
  const further = [...(parts?.values() ?? [])].flatMap(({ calls }) => calls);
  return [...new Set([...calledBy(draft), ...further])];
}

function linesOf(script: Script): IndexedLine[] {
  return textsOf(script).map(({ place, text }) => ({
    part: place.part,
    stepId: place.stepId,
    text,
    folded: foldText(text),
  }));
}

function shared(line: IndexedLine, standing: IndexedLine | undefined): IndexedLine {
  return standing === undefined ? line : { ...line, text: standing.text, folded: standing.folded };
}

function callsOf(script: Script): IndexedCall[] {
  return script.steps.flatMap(({ id, jump }) =>
    jump === null ? [] : [{ stepId: id, scriptId: jump.scriptId }],
  );
}
