import { readClip } from '@daihon/shared/script/clip/readClip';
import type { StepsClip } from '@daihon/shared/script/clip/readClip';
import type { ClipForms } from './forms.ts';

/** The steps that a clipboard brings, in whichever form; null when it brings something else. */
export function clipIn({ json, html, text }: Partial<ClipForms>): StepsClip | null {
  return readClip(json ?? '') ?? clipInHtml(html ?? '') ?? readClip(text ?? '');
}

function clipInHtml(html: string): StepsClip | null {
  if (!html.includes('data-daihon')) return null;
  const page = new DOMParser().parseFromString(html, 'text/html');
  return readClip(page.querySelector('[data-daihon]')?.getAttribute('data-daihon') ?? '');
}
