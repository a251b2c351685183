import { readContent } from '@daihon/shared/script/draft/content';
import { textOf } from '@daihon/shared/script/contentText';
import * as Y from 'yjs';
import { ownParagraph } from './ownParagraph.ts';
import type { OwnParagraph } from './ownParagraph.ts';
import { whoRemoved } from './removalClaims.ts';
import type { Presence } from './presence.ts';
import { idOf, removedTypes } from './removedTypes.ts';
import type { Awareness } from 'y-protocols/awareness';

const kinds = { choices: 'choice', fields: 'field', gates: 'gate' } as const;

export interface RemovalNews {
  kind: (typeof kinds)[keyof typeof kinds] | 'paragraph';
  /** What it was called; of a paragraph what stood in it, or what was being composed there. */
  text: string;
  /** Null when it cannot be told, as for what was deleted while this page was away. */
  name: string | null;
}

export interface Watched {
  doc: Y.Doc;
  awareness: Awareness;
  presence: Presence;
  ownTargets: ReadonlyMap<string, unknown>;
}

/** Deletion and the word of who did it travel apart; that long one waits for the other. */
const claimMs = 1_500;

/** Tells what a colleague deletes under this person's hands: what they are in, or led somewhere, and who it was. */
export class RemovalWatch {
  readonly #at: Watched;
  readonly #tell: (news: RemovalNews) => void;
  readonly #waiting = new Set<ReturnType<typeof setTimeout>>();
  #mine: OwnParagraph | null = null;
  #paragraph: { text: string } | null = null;

  constructor(watched: Watched, tell: (news: RemovalNews) => void) {
    this.#at = watched;
    this.#tell = tell;
    watched.doc.on('beforeTransaction', this.#before);
    watched.doc.on('afterTransaction', this.#after);
  }

  /** Text of a composition that a change held back meanwhile has deleted: it counts, not what stood around it. */
  readonly lost = (text: string): void => {
    if (this.#paragraph !== null) this.#paragraph.text = text;
    else this.#tell({ kind: 'paragraph', text, name: null });
  };

  destroy(): void {
    this.#at.doc.off('beforeTransaction', this.#before);
    this.#at.doc.off('afterTransaction', this.#after);
    for (const timer of this.#waiting) clearTimeout(timer);
  }

  readonly #before = ({ local }: Y.Transaction): void => {
    const { doc, awareness } = this.#at;
    this.#mine = local ? null : ownParagraph(doc, awareness.getLocalState()?.cursor);
  };

  readonly #after = (transaction: Y.Transaction): void => {
    if (transaction.local) return;
    const mine = this.#mine;
    this.#mine = null;
    if (mine?.item.deleted === true && isGone(mine)) {
      this.#paragraph = { text: mine.text };
      this.#tellOnceKnown(idOf(mine.item), 'paragraph', this.#paragraph);
    }
    for (const { id, item } of removedTypes(transaction)) {
      const part = partOf(item);
      if (part !== null && this.#isUnderHand(part.id)) this.#tellOnceKnown(id, part.kind, part);
    }
  };

  #isUnderHand(partId: string): boolean {
    const { presence, ownTargets } = this.#at;
    return ownTargets.has(partId) || (presence.lastField?.includes(`:${partId}`) ?? false);
  }

  /** Never at once: what was lost of a composition is told right after. */
  #tellOnceKnown(id: string, kind: RemovalNews['kind'], words: { text: string }): void {
    const { awareness, presence } = this.#at;
    const until = Date.now() + claimMs;
    const look = () => {
      this.#waiting.delete(timer);
      const client = whoRemoved(awareness, id);
      if (client === null && Date.now() < until) {
        timer = setTimeout(look, 50);
        this.#waiting.add(timer);
        return;
      }
      if (words === this.#paragraph) this.#paragraph = null;
      const name = presence.get().find(({ clientId }) => clientId === client)?.user.name ?? null;
      this.#tell({ kind, text: words.text, name });
    };
    let timer = setTimeout(look, 0);
    this.#waiting.add(timer);
  }
}

/** Joined with another one or made a list item, its words still stand there. */
function isGone({ text, fragment }: OwnParagraph): boolean {
  return text.trim() === '' || !textOf(readContent(fragment)).includes(text);
}

/** A choice, field or check item of a step that is there no more. */
function partOf(item: Y.Item): { kind: 'choice' | 'field' | 'gate'; id: string; text: string } | null {
  const { parent, parentSub: id, content } = item;
  if (!(parent instanceof Y.AbstractType) || id === null || !(content instanceof Y.ContentType)) return null;
  const list = parent._item?.parentSub;
  if (list !== 'choices' && list !== 'fields' && list !== 'gates') return null;
  if (parent._map.get(id)?.deleted === false) return null;
  const label: unknown = content.type._map.get('label')?.content.getContent()[0];
  return { kind: kinds[list], id, text: typeof label === 'string' ? label : '' };
}
