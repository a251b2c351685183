import { can } from '@daihon/shared/access';
import { holdsWords, searchWords } from '@daihon/shared/text/searchWords';
import type { SearchWords } from '@daihon/shared/text/searchWords';
import type { FoundScript } from '@daihon/shared/wire/library';
import { defaultSettings } from '@daihon/shared/settings';
import { record } from '../../store/auditLog.ts';
import { findSettings } from '../../store/tenants.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import type { IndexedLine, IndexedScript } from '../scriptIndex.ts';
import { refreshIndex } from '../scriptIndex.ts';

/** How many lines of one script are shown. */
const maxLines = 3;
const maxScripts = 200;
const excerptLength = 90;

/**
 * Scripts whose text holds every word of the query or one that means the same, in any width and kana: each with the first lines that
 * do. Editors search drafts and what only the current version says, auditors the current version, agents what they may run now.
 */
export async function searchScripts(ports: Ports, context: Context, query: string): Promise<FoundScript[]> {
  const { actor } = context;
  authorise(actor, 'script.search');
  const { wording } = (await findSettings(actor.tenantId)) ?? defaultSettings;
  const words = searchWords(query, wording.synonyms);
  if (words.length === 0) return [];
  const index = await refreshIndex(ports, actor.tenantId);
  const drafts = can(actor, 'draft.read');
  const history = can(actor, 'version.history');
  const found = [...index.values()].flatMap((entry) =>
    history || isOut(entry) ? (search(entry, words, drafts) ?? []) : [],
  );
  // What an agent looks for with a customer on the line is not kept: it may be the customer's name, and each key asks again.
  if (history) {
    const detail = { q: query, items: found.length };
    await record([auditNote(context, 'operation', { action: 'script.search', detail })]);
  }
  return found.slice(0, maxScripts);
}

function isOut({ script }: IndexedScript): boolean {
  return script.state === 'published' && script.published !== null;
}

function search(entry: IndexedScript, words: SearchWords, drafts: boolean): FoundScript | null {
  const where = drafts ? [...entry.draft.lines, ...entry.published.alone] : entry.published.lines;
  const any = words.flat();
  const lines = where.filter(({ folded }) => any.some((word) => folded.includes(word)));
  if (lines.length === 0 || !holdsWords(lines.map(({ folded }) => folded).join('\n'), words)) return null;
  // Lines with more of the words first; of equal ones the earlier.
  const score = ({ folded }: IndexedLine) => words.filter((word) => holdsWords(folded, [word])).length;
  const best = lines
    .map((line, at) => ({ line, at, score: score(line) }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, maxLines)
    .map(({ line }) => line);
  const inDraft = new Set(drafts ? entry.draft.lines : []);
  return {
    id: entry.script.id,
    title: drafts ? entry.title : entry.script.title,
    count: lines.length,
    lines: best.map((line) => ({
      part: line.part,
      stepId: line.stepId,
      stepTitle: line.stepId === null ? '' : (entry.stepTitles.get(line.stepId) ?? ''),
      excerpt: excerptOf(line, any),
      publishedOnly: drafts && !inDraft.has(line),
    })),
  };
}

/** A stretch of the line with the first word in it. */
function excerptOf({ text, folded }: IndexedLine, words: readonly string[]): string {
  const line = text.replaceAll('\n', ' ');
  if (line.length <= excerptLength) return line;
  // Folding keeps most lengths: near enough to choose a stretch.
  const first = Math.min(...words.map((word) => folded.indexOf(word)).filter((at) => at !== -1));
  const from = Math.max(0, Math.min(first - 20, line.length - excerptLength));
  const stretch = line.slice(from, from + excerptLength).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '');
  return `${from > 0 ? '…' : ''}${stretch}${from + excerptLength < line.length ? '…' : ''}`;
}
