import type { Wording } from '../../settings.ts';
import type { Finding } from '../../version.ts';
import { nameOf } from '../check/report.ts';
import { findingMessages, sentence } from '../findingMessages.ts';
import { textsOf, textsOfStep } from '../find/texts.ts';
import type { PlacedText, TextPlace } from '../find/texts.ts';
import type { Script, Step } from '../schema.ts';
import { findHonorifics } from './honorifics.ts';
import { maskPlaceholders } from './hit.ts';
import type { WordHit } from './hit.ts';
import { decide, findWidths, occurrencesIn } from './mixtures.ts';
import type { Occurrence } from './mixtures.ts';
import { pointerTo } from './pointerTo.ts';
import { findSentences } from './sentences.ts';
import { findForbidden, findPreferred, withoutAllowed } from './tenantWords.ts';

/**
 * The words of a script (SPEC 9): NG words and spellings of the tenant, spellings that change within the script, honorifics,
 * sentences that are hard to follow. Steps that are the same objects as before are not read again.
 */
export function checkWording(script: Script, wording: Wording): Finding[] {
  const read = script.steps.map((step) => readStep(step, script.language, wording));
  const rest = textsOf({ ...script, steps: [] }).map((placed) => readText(placed, script.language, wording));
  const texts = [...read.flat(), ...rest];
  const mixed = decide(
    texts.flatMap(({ occurrences }) => occurrences),
    wording,
  );
  return texts.flatMap((text) => {
    const mixtures = text.occurrences.flatMap((occurrence) => mixed(occurrence) ?? []);
    const settled = mixtures.filter((hit) => !text.hits.some((other) => overlaps(hit, other)));
    const all = [...text.hits, ...withoutAllowed(text.text, settled, wording.allowed)];
    return all.map((hit) => findingOf(script, text, hit));
  });
}

interface ReadText extends PlacedText {
  hits: WordHit[];
  occurrences: Occurrence[];
}

const known = new WeakMap<Step, { language: string; wording: Wording; texts: ReadText[] }>();

function readStep(step: Step, language: Script['language'], wording: Wording): ReadText[] {
  const present = known.get(step);
  if (present?.language === language && present.wording === wording) return present.texts;
  // A code is what reports count by: its spelling is not a matter of style.
  const written = textsOfStep(step).filter(({ place }) => place.part !== 'outcome');
  const texts = written.map((placed) => readText(placed, language, wording));
  known.set(step, { language, wording, texts });
  return texts;
}

/** Names are for the eye; what they hold is found in lists, and a customer never hears it. */
function readText(placed: PlacedText, language: Script['language'], wording: Wording): ReadText {
  const { part } = placed.place;
  const text = maskPlaceholders(placed.text);
  const spoken = part === 'say' || placed.place.item.endsWith('/fallback');
  const word = { text, spoken };
  const { allowed } = wording;
  const forbidden = withoutAllowed(text, findForbidden(word, wording), allowed, 'longer');
  const tenant = [...forbidden, ...findPreferred(word, wording)];
  if (language !== 'ja') return { ...placed, hits: tenant, occurrences: [] };
  const builtIn = [...findHonorifics(word), ...findSentences(word), ...findWidths(text)];
  const hits = [...tenant, ...withoutAllowed(text, builtIn, allowed)];
  return { ...placed, hits, occurrences: part === 'title' ? [] : occurrencesIn(text) };
}

function overlaps(a: WordHit, b: WordHit): boolean {
  // A long sentence says nothing about the words in it.
  return b.instead !== null && a.from < b.to && b.from < a.to;
}

function findingOf(script: Script, { place, text }: PlacedText, hit: WordHit): Finding {
  const step = script.steps.find(({ id }) => id === place.stepId);
  const quote = text.slice(hit.from, hit.to);
  const values = {
    step: step === undefined ? '' : nameOf(step),
    quote,
    ...(hit.instead === null ? {} : { instead: hit.instead }),
    ...hit.values,
  };
  return {
    code: hit.code,
    severity: hit.severity ?? findingMessages[hit.code].severity,
    stepId: place.stepId,
    message: sentence(hit.code, values, 'en'),
    pointer: pointerTo(script, place),
    values,
    words: { ...where(place), from: hit.from, to: hit.to, quote, instead: hit.instead },
  };
}

function where({ part, item, paragraph }: TextPlace) {
  return { part, item, paragraph };
}
