import { isWithin } from '@daihon/shared/folderPath';
import type { Hit } from '@daihon/shared/script/find/hits';
import { findHits } from '@daihon/shared/script/find/hits';
import { textsOf } from '@daihon/shared/script/find/texts';
import type { Script } from '@daihon/shared/script/schema';
import { foldText } from '@daihon/shared/text/fold';
import type { FindAsk, FoundHit, FoundHits } from '@daihon/shared/wire/library';
import { record } from '../../store/auditLog.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import type { IndexedScript } from '../scriptIndex.ts';
import { refreshIndex } from '../scriptIndex.ts';

/** More than this a person does not look through; the rest is counted. */
const maxHits = 3_000;

/**
 * Where the query stands in the drafts of the scope, by script and in outline order: the preview of a replacement. Archived scripts are
 * searched when they are named. Nothing is written but the row of the record.
 */
export async function findText(ports: Ports, context: Context, ask: FindAsk): Promise<FoundHits> {
  const { actor } = context;
  authorise(actor, 'draft.read');
  const index = await refreshIndex(ports, actor.tenantId);
  const editors = ports.drafts.editors(actor.tenantId);
  const found: FoundHits = { scripts: [], total: 0, cut: false };
  for (const { script } of candidates(index, ask)) {
    const draft = await ports.drafts.peek(actor.tenantId, script.id);
    const hits = hitsOf(draft, ask);
    if (hits.length === 0) continue;
    const listed = hits.slice(0, Math.max(0, maxHits - found.total));
    found.total += hits.length;
    found.cut ||= listed.length < hits.length;
    if (listed.length === 0) continue;
    found.scripts.push({
      id: script.id,
      title: draft.title,
      folder: script.folder,
      editors: (editors.get(script.id) ?? []).map(({ name }) => name),
      hits: listed,
    });
  }
  const detail = { q: ask.query.text, scripts: found.scripts.length, hits: found.total };
  await record([auditNote(context, 'operation', { action: 'script.find', detail })]);
  return found;
}

/** What cannot hold a hit is not opened: the index takes more spellings as one than any query does. */
function candidates(index: ReadonlyMap<string, IndexedScript>, ask: FindAsk): IndexedScript[] {
  const { folder, scriptIds } = ask.scope;
  const named = scriptIds === undefined ? null : new Set(scriptIds);
  const wanted = foldText(ask.query.text);
  const parts = new Set(ask.parts);
  return [...index.values()].filter(
    ({ script, draft }) =>
      (named === null ? script.state !== 'archived' : named.has(script.id)) &&
      (folder === undefined || isWithin(script.folder, folder)) &&
      draft.lines.some((line) => parts.has(line.part) && line.folded.includes(wanted)),
  );
}

function hitsOf(draft: Script, { query, parts, text }: FindAsk): FoundHit[] {
  const titles = new Map(draft.steps.map((step) => [step.id, step.title]));
  return findHits(textsOf(draft), query)
    .filter(({ place }) => parts.includes(place.part))
    .filter((hit) => hit.text.slice(hit.from, hit.to) !== text)
    .map((hit) => foundHit(hit, titles));
}

function foundHit({ id, place, text, from, to }: Hit, titles: ReadonlyMap<string, string>): FoundHit {
  const { part, stepId } = place;
  return { id, part, stepId, stepTitle: stepId === null ? '' : (titles.get(stepId) ?? ''), text, from, to };
}
