import { explain, labelsOf } from '@daihon/shared/script/explain';
import type { Labels } from '@daihon/shared/script/explain';
import type { Language } from '@daihon/shared/script/explain/words';
import type { Script } from '@daihon/shared/script/schema';
import { shareUnchanged } from '../session/shareUnchanged.ts';

const known = new WeakMap<Script, Labels>();
let latest: Labels = {};

/** The labels of a script's keys; the same object while no label changes. */
export function keyLabelsOf(script: Script): Labels {
  const present = known.get(script);
  if (present !== undefined) return present;
  latest = shareUnchanged(latest, labelsOf(script));
  known.set(script, latest);
  return latest;
}

/** A condition in words: 「契約月数 ≥ 24 かつ 解約理由 = 料金」; the expression itself where there are none. */
export function sentenceOf(condition: string, labels: Labels, language: Language): string {
  return explain(condition, {}, labels, language).sentence;
}
