import type { StepsClip } from '@daihon/shared/script/clip/readClip';
import { clipText } from '@daihon/shared/script/clip/clipText';
import { translate } from '../../../app/i18n.ts';
import { clipMessages } from './messages.ts';

/** Our own form, kept apart from what other applications read. */
export const clipType = 'application/x-daihon-steps+json';

export interface ClipForms {
  json: string;
  /** Holds the same once more: what the browser's menu commands can read is text and HTML alone. */
  html: string;
  text: string;
}

/** Steps in every form that a clipboard takes: our own, and one that people can read. */
export function formsOf(clip: StepsClip): ClipForms {
  const json = JSON.stringify(clip);
  const text = clipText(clip, {
    untitled: say('untitled'),
    roles: { say: say('say'), do: say('do'), caution: say('caution') },
    choice: (label, target) =>
      say('choice', {
        label: label === '' ? say('noLabel') : label,
        step: target ?? say('noTarget'),
      }),
  });
  const paragraphs = text.split('\n').map((line) => `<p>${escaped(line)}</p>`);
  return { json, text, html: `<div data-daihon="${escaped(json)}">${paragraphs.join('')}</div>` };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function say(key: string, values?: Record<string, string>): string {
  return translate(clipMessages, key, values);
}
