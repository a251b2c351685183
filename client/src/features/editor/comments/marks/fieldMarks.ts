import { findRange, fragmentText, placesOf } from '@daihon/shared/script/draft/anchor';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import { commentLimits } from '@daihon/shared/commentLimits';
import type { CommentAnchor } from '@daihon/shared/comment';
import type { StepRole } from '@daihon/shared/script/schema';
import type { EditorView } from '@tiptap/pm/view';
import type { DraftSession } from '../../session/draftSession.ts';
import type { CommentDesk, SelectableText } from '../desk/commentDesk.ts';
import type { HighlightName } from './highlights.ts';
import { offsetOf, proseText } from './proseText.ts';

/** A range of one text that is to be painted, by place in the text. */
export interface Mark {
  /** The thread; null for one that is being written or chosen. */
  threadId: string | null;
  from: number;
  to: number;
  name: HighlightName;
}

/** What comments know of one mounted text: which ranges it marks, and what is selected in it. */
export class FieldMarks implements SelectableText {
  readonly desk: CommentDesk;
  readonly role: StepRole;
  readonly stepId: string;
  readonly #session: DraftSession;
  /** Set by the editor while it is mounted. */
  view: EditorView | null = null;
  /** The line that the keyboard has reached while texts are proposed, not edited. */
  line: { from: number; to: number } | null = null;

  constructor(session: DraftSession, desk: CommentDesk, stepId: string, role: StepRole) {
    this.#session = session;
    this.desk = desk;
    this.stepId = stepId;
    this.role = role;
  }

  /** What to paint now; nothing while the editor and the draft are not of one mind. */
  marks(): Mark[] {
    const text = this.#text();
    if (text === null || this.view === null || text.text !== proseText(this.view.state.doc)) return [];
    const { threads, activeId, hoverId, composing } = this.desk.get();
    const marks = threads.flatMap((thread): Mark[] => {
      const { anchor, id, state, suggestion } = thread;
      const active = id === activeId || id === hoverId;
      if (anchor.stepId !== this.stepId || anchor.field !== this.role) return [];
      if (state === 'resolved' && !active) return [];
      const range = findRange(this.#session.doc, text, anchor);
      if (range === null) return [];
      const kind = suggestion === null ? 'dh-comment' : 'dh-suggestion';
      return [{ threadId: id, from: range.from, to: range.to, name: active ? `${kind}-active` : kind }];
    });
    const written = composing?.anchor;
    if (written?.stepId === this.stepId && written.field === this.role) {
      const range = findRange(this.#session.doc, text, written);
      if (range !== null) marks.push({ threadId: null, ...range, name: 'dh-suggestion-active' });
    }
    if (this.line !== null && this.desk.get().suggesting) {
      marks.push({ threadId: null, ...this.line, name: 'dh-suggestion-active' });
    }
    return marks;
  }

  /** The shortest marked range around a place in the text. */
  threadAt(offset: number): string | null {
    const around = this.marks().filter(({ from, to }) => from <= offset && offset <= to);
    const [first] = around.toSorted((a, b) => a.to - a.from - (b.to - b.from));
    return first?.threadId ?? null;
  }

  hasFocus(): boolean {
    return this.view?.hasFocus() === true;
  }

  selected(): { from: number; to: number } | null {
    if (this.view === null) return null;
    const { doc, selection } = this.view.state;
    return { from: offsetOf(doc, selection.from), to: offsetOf(doc, selection.to) };
  }

  /** Ties a range of this text to the draft; null when it is too long to quote or there is nothing to hold on to. */
  anchor({ from, to }: { from: number; to: number }): CommentAnchor | null {
    const text = this.#text();
    if (text === null || to - from > commentLimits.quoteCharacters) return null;
    const places = placesOf(text, from, to);
    if (places === null) return null;
    return { ...this.place(), ...places, quote: text.text.slice(from, to) };
  }

  private place() {
    const step = this.#session.store.get().script.steps.find(({ id }) => id === this.stepId);
    return { stepId: this.stepId, stepTitle: (step?.title ?? '').slice(0, 200), field: this.role };
  }

  #text() {
    const fragment = stepFragment(this.#session.doc, this.stepId, this.role);
    return fragment === null ? null : fragmentText(fragment);
  }
}
