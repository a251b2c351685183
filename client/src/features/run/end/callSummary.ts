import { translate } from '../../../app/i18n.ts';
import { maskText } from '@daihon/shared/script/mask/maskText';
import { maskedWalk } from '@daihon/shared/script/mask/maskedWalk';
import { masksOf } from '@daihon/shared/script/mask/masksOf';
import type { Masks } from '@daihon/shared/script/mask/masksOf';
import { fieldsIn, scopesOf } from '@daihon/shared/script/walk/scope';
import { shownText, valuesIn } from '@daihon/shared/script/walk/values';
import type { Walk } from '@daihon/shared/script/walk/state';
import { formatExact } from '../../../ui/formatTime.ts';
import { trailOf } from '../../../script/walk/trail.ts';
import { durationText } from '../frame/durationText.ts';
import { lateMessages } from '../lateMessages.ts';
import type { LateTranslate } from '../lateMessages.ts';
import type { CallRecord } from '../save/record.ts';
import { fieldText } from '../../../script/fieldText.ts';

const t: LateTranslate = (key, values) => translate(lateMessages, key, values);

/** The call in plain text, to be pasted into the CRM: what, when, how it went, what was filled in, the memo. */
export function callSummary(walk: Walk, record: CallRecord, outcomeText: (code: string) => string): string {
  const { script, version } = walk.root;
  const endedAt = record.endedAt ?? new Date().toISOString();
  const duration = durationText(Date.parse(endedAt) - Date.parse(record.startedAt));
  // What is pasted goes further than this screen: masked values stay masked, in titles and labels too.
  const masks = masksOf(scopesOf(walk).map((scope) => scope.script.script));
  const hidden = maskedWalk(walk, masks);
  const path = trailOf(hidden).map(({ title, answer }) =>
    answer === '' ? `- ${title}` : `- ${title} → ${answer}`,
  );
  const fields = filledFields(walk, masks, hidden).map(([label, text]) => `- ${label}: ${text}`);
  const { memo } = record.state;
  return [
    t('summary.script', { title: script.title, version }),
    t('summary.time', { time: formatExact(record.startedAt), duration }),
    ...(record.outcome === null ? [] : [t('summary.outcome', { outcome: outcomeText(record.outcome) })]),
    ...section(t('summary.path'), path),
    ...section(t('summary.fields'), fields),
    ...section(t('summary.memo'), memo.trim() === '' ? [] : [memo.trim()]),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

/** Each field once, in the order of the scripts that the call has been in, options by their labels. */
function filledFields(walk: Walk, masks: Masks, hidden: Walk): [label: string, text: string][] {
  return scopesOf(walk).flatMap(({ scope, script: called }) => {
    const seen = new Set<string>();
    const typed = fieldsIn(walk, scope, called);
    const values = valuesIn(walk, scope, called);
    const named = (label: string): string => shownText(hidden, label);
    return called.script.steps
      .flatMap((step) => step.fields)
      .flatMap((field): [string, string][] => {
        const known = typed[field.key] !== undefined || field.computed !== undefined;
        const mask = masks.get(field.key);
        const value = values[field.key];
        const text = mask === undefined ? fieldText(field, value) : maskText(value, mask);
        if (seen.has(field.key) || !known || text === '') return [];
        seen.add(field.key);
        return [[named(field.label), text]];
      });
  });
}
