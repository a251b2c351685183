import type { DecorationAttrs } from '@tiptap/pm/view';
import { initialsOf } from '../people/initials.ts';

/**
 * A colleague's caret. The name is drawn by the style sheet from an attribute: text inside the paragraph, even of a
 * widget, would become part of what the input method composes over.
 */
export function renderCaret(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'remote-caret';
  caret.contentEditable = 'false';
  caret.setAttribute('aria-hidden', 'true');
  caret.dataset.name = textOf(user.name);
  caret.dataset.initial = initialsOf(textOf(user.name));
  caret.dataset.account = textOf(user.id);
  caret.style.setProperty('--caret-colour', textOf(user.color));
  return caret;
}

export function renderSelection(user: Record<string, unknown>): DecorationAttrs {
  return { class: 'remote-selection', style: `--caret-colour: ${textOf(user.color)}` };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
