import type { PresenceFocus, PresenceUser } from '@daihon/shared/wire/collab';
import type { Awareness } from 'y-protocols/awareness';
import type { Transaction } from 'yjs';
import { shareUnchanged } from './shareUnchanged.ts';

export interface Peer {
  clientId: number;
  user: PresenceUser;
  focus: PresenceFocus | null;
  /** Composing with an input method: nothing of it is in the draft yet. */
  ime: boolean;
  /** Composing, or has changed the draft a moment ago. */
  typing: boolean;
  /** The part of the side panel that they look at. */
  tab: string | null;
}

interface AwarenessChange {
  added: number[];
  updated: number[];
  removed: number[];
}

const nobody: readonly Peer[] = [];
/** How long after a change someone still counts as typing. */
const typingMs = 3_000;
const lookEveryMs = 1_000;

/** The others in this draft. Their caret moves with every key they type and is left to the text editors. */
export class Presence {
  readonly #awareness: Awareness;
  readonly #listeners = new Set<() => void>();
  /** When a client's last change came in. */
  readonly #wroteAt = new Map<number, number>();
  readonly #timer: ReturnType<typeof setInterval>;
  #peers: readonly Peer[] = nobody;
  #bySteps: ReadonlyMap<string, readonly Peer[]> = new Map();
  #lastField: PresenceFocus | null = null;

  constructor(awareness: Awareness, user: PresenceUser) {
    this.#awareness = awareness;
    awareness.setLocalState({ user, focus: null, ime: false, cursor: null, tab: null });
    awareness.on('change', this.#changed);
    awareness.doc.on('afterTransaction', this.#wrote);
    this.#timer = setInterval(this.#sweep, lookEveryMs);
  }

  readonly get = (): readonly Peer[] => this.#peers;

  /** Who has this step open; the same array until that changes. */
  readonly on = (stepId: string): readonly Peer[] => this.#bySteps.get(stepId) ?? nobody;

  /** Who is in this field; `stepId` null for a field of the script as a whole. */
  readonly in = (stepId: string | null, field: string): Peer | undefined =>
    this.#peers.find(({ focus }) => focus?.field === field && (stepId === null || focus.stepId === stepId));

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The step that this person has open, as the others see it. */
  get stepId(): string | null {
    return this.#focus()?.stepId ?? null;
  }

  /** The field of the open step that this person was in last, also after a click beside it. */
  get lastField(): string | null {
    const last = this.#lastField;
    return last !== null && last.stepId === this.stepId ? last.field : null;
  }

  /** Tells the others where this person is. */
  readonly focus = (stepId: string | null, field: string | null): void => {
    const now = this.#focus();
    if (field !== null) this.#lastField = { stepId, field };
    if (now?.stepId === stepId && now.field === field) return;
    this.#awareness.setLocalStateField('focus', { stepId, field });
  };

  /** Tells those who follow which part of the side panel is shown here. */
  readonly show = (tab: string): void => {
    if (this.#awareness.getLocalState()?.tab !== tab) this.#awareness.setLocalStateField('tab', tab);
  };

  /** Tells of every move of a client's caret. Returns what stops it. */
  onCaret(clientId: number, listener: () => void): () => void {
    const changed = ({ updated }: AwarenessChange) => {
      if (updated.includes(clientId)) listener();
    };
    this.#awareness.on('change', changed);
    return () => this.#awareness.off('change', changed);
  }

  destroy(): void {
    clearInterval(this.#timer);
    this.#awareness.off('change', this.#changed);
    this.#awareness.doc.off('afterTransaction', this.#wrote);
  }

  #focus(): PresenceFocus | null | undefined {
    return this.#awareness.getLocalState()?.focus as PresenceFocus | null | undefined;
  }

  readonly #changed = ({ added, updated, removed }: AwarenessChange): void => {
    this.#read(new Set([...added, ...updated, ...removed]));
  };

  /** Only what `clients` say is read anew: with many in a draft, one of them moves a caret all the time. */
  #read(clients: ReadonlySet<number>): void {
    const states = this.#awareness.getStates();
    const kept = this.#peers.filter(({ clientId }) => states.has(clientId));
    const known = new Set(kept.map(({ clientId }) => clientId));
    const peers = kept.map((peer) => (clients.has(peer.clientId) ? this.#readAgain(peer) : peer));
    for (const clientId of clients) {
      if (!known.has(clientId)) peers.push(...(this.#readPeer(clientId) ?? []));
    }
    const same =
      peers.length === this.#peers.length && peers.every((peer, index) => peer === this.#peers[index]);
    if (same) return;
    this.#peers = peers;
    this.#bySteps = grouped(peers, this.#bySteps);
    for (const listener of this.#listeners) listener();
  }

  #readAgain(peer: Peer): Peer {
    const [next] = this.#readPeer(peer.clientId) ?? [];
    return next === undefined ? peer : shareUnchanged(peer, next);
  }

  #readPeer(clientId: number): [Peer] | null {
    if (clientId === this.#awareness.clientID) return null;
    const peer = readPeer(clientId, this.#awareness.getStates().get(clientId) ?? {});
    return peer === null ? null : [{ ...peer, typing: peer.ime || this.#wroteAt.has(clientId) }];
  }

  /** A change of the draft comes with the clocks of those who wrote it. */
  readonly #wrote = ({ local, beforeState, afterState }: Transaction): void => {
    if (local) return;
    const wrote = new Set<number>();
    for (const { clientId } of this.#peers) {
      if ((afterState.get(clientId) ?? 0) <= (beforeState.get(clientId) ?? 0)) continue;
      if (!this.#wroteAt.has(clientId)) wrote.add(clientId);
      this.#wroteAt.set(clientId, Date.now());
    }
    if (wrote.size > 0) this.#read(wrote);
  };

  readonly #sweep = (): void => {
    const rested = [...this.#wroteAt]
      .filter(([, at]) => Date.now() - at > typingMs)
      .map(([client]) => client);
    for (const client of rested) this.#wroteAt.delete(client);
    if (rested.length > 0) this.#read(new Set(rested));
  };
}

function grouped(
  peers: readonly Peer[],
  before: ReadonlyMap<string, readonly Peer[]>,
): ReadonlyMap<string, readonly Peer[]> {
  const found = new Map<string, Peer[]>();
  for (const peer of peers) {
    const stepId = peer.focus?.stepId;
    if (stepId == null) continue;
    found.set(stepId, [...(found.get(stepId) ?? []), peer]);
  }
  return new Map([...found].map(([stepId, here]) => [stepId, sameList(before.get(stepId), here)]));
}

function sameList(before: readonly Peer[] | undefined, now: readonly Peer[]): readonly Peer[] {
  const same = before?.length === now.length && now.every((peer, index) => peer === before[index]);
  return same ? before : now;
}

function readPeer(clientId: number, state: Record<string, unknown>): Omit<Peer, 'typing'> | null {
  const user = state.user as Partial<PresenceUser> | undefined;
  if (typeof user?.name !== 'string') return null;
  const focus = state.focus as Partial<PresenceFocus> | null | undefined;
  return {
    clientId,
    user: { id: user.id ?? String(clientId), name: user.name, color: safeColour(user.color) },
    focus: focus ? { stepId: textOrNull(focus.stepId), field: textOrNull(focus.field) } : null,
    ime: state.ime === true,
    tab: textOrNull(state.tab),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What colleagues send goes into style sheets, so only a plain colour is taken. */
function safeColour(colour: unknown): string {
  return typeof colour === 'string' && /^#[0-9a-f]{6}$/iu.test(colour) ? colour : '#64748b';
}
