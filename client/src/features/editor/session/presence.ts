import type { PresenceFocus, PresenceUser } from '@daihon/shared/wire/collab';
import type { Awareness } from 'y-protocols/awareness';
import { shareUnchanged } from './shareUnchanged.ts';

export interface Peer {
  clientId: number;
  user: PresenceUser;
  focus: PresenceFocus | null;
  ime: boolean;
}

const nobody: readonly Peer[] = [];

/** The others in this draft. Their caret moves with every key they type and is left to the text editors. */
export class Presence {
  readonly #awareness: Awareness;
  readonly #listeners = new Set<() => void>();
  #peers: readonly Peer[] = [];
  #bySteps: Readonly<Record<string, readonly Peer[]>> = {};

  constructor(awareness: Awareness, user: PresenceUser) {
    this.#awareness = awareness;
    awareness.setLocalState({ user, focus: null, ime: false, cursor: null });
    awareness.on('change', this.#changed);
  }

  readonly get = (): readonly Peer[] => this.#peers;

  /** Who has this step open; the same array until that changes. */
  readonly on = (stepId: string): readonly Peer[] => this.#bySteps[stepId] ?? nobody;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The step that this person has open, as the others see it. */
  get stepId(): string | null {
    const focus = this.#awareness.getLocalState()?.focus as PresenceFocus | null | undefined;
    return focus?.stepId ?? null;
  }

  /** Tells the others where this person is. */
  readonly focus = (stepId: string | null, field: string | null): void => {
    const now = this.#awareness.getLocalState()?.focus as PresenceFocus | null | undefined;
    if (now?.stepId === stepId && now.field === field) return;
    this.#awareness.setLocalStateField('focus', { stepId, field });
  };

  destroy(): void {
    this.#awareness.off('change', this.#changed);
  }

  readonly #changed = (): void => {
    const others = [...this.#awareness.getStates()].flatMap(([clientId, state]) =>
      clientId === this.#awareness.clientID ? [] : (readPeer(clientId, state) ?? []),
    );
    const shared = shareUnchanged(this.#peers, others);
    if (shared === this.#peers) return;
    this.#peers = shared;
    const steps = new Set(shared.flatMap(({ focus }) => focus?.stepId ?? []));
    this.#bySteps = shareUnchanged(
      this.#bySteps,
      Object.fromEntries([...steps].map((id) => [id, shared.filter(({ focus }) => focus?.stepId === id)])),
    );
    for (const listener of this.#listeners) listener();
  };
}

function readPeer(clientId: number, state: Record<string, unknown>): Peer | null {
  const user = state.user as Partial<PresenceUser> | undefined;
  if (typeof user?.name !== 'string') return null;
  const focus = state.focus as Partial<PresenceFocus> | null | undefined;
  return {
    clientId,
    user: { id: user.id ?? String(clientId), name: user.name, color: safeColour(user.color) },
    focus: focus ? { stepId: textOrNull(focus.stepId), field: textOrNull(focus.field) } : null,
    ime: state.ime === true,
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What colleagues send goes into style sheets, so only a plain colour is taken. */
function safeColour(colour: unknown): string {
  return typeof colour === 'string' && /^#[0-9a-f]{6}$/iu.test(colour) ? colour : '#64748b';
}
