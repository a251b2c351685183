import * as Y from 'yjs';

/** After compositionend the browser and ProseMirror still settle the last text; only then may other changes come in. */
const settleMs = 80;
/** A composition left open (candidate window forgotten) must not hold colleagues' work back for ever. */
const longestHoldMs = 15_000;

export interface ImeGateHooks {
  applyInbound: (update: Uint8Array) => void;
  sendOutbound: (update: Uint8Array) => void;
  opened: () => void;
  closed: () => void;
  /** Text of the composition that a colleague's change, held back meanwhile, has deleted. */
  lost: (text: string) => void;
}

/**
 * Holds document updates back, in both directions, while an IME composition runs in the prose. Any remote change
 * re-renders the paragraph under the composition and breaks it; and nobody should see half-typed romaji.
 */
export class ImeGate {
  readonly #doc: Y.Doc;
  readonly #hooks: ImeGateHooks;
  #inbound: Uint8Array[] = [];
  #outbound: Uint8Array[] = [];
  #open = false;
  #clockAtStart = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cap: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void)[] = [];

  constructor(doc: Y.Doc, hooks: ImeGateHooks) {
    this.#doc = doc;
    this.#hooks = hooks;
  }

  get open(): boolean {
    return this.#open;
  }

  /** Resolves when no composition runs. */
  async whenClosed(): Promise<void> {
    while (this.#open) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** True when the update was taken and will be applied at the flush. */
  holdInbound(update: Uint8Array): boolean {
    if (this.#open) this.#inbound.push(update);
    return this.#open;
  }

  /** True when the update was taken and will be sent at the flush. */
  holdOutbound(update: Uint8Array): boolean {
    if (this.#open) this.#outbound.push(update);
    return this.#open;
  }

  start(): void {
    clearTimeout(this.#timer);
    if (this.#open) return;
    this.#open = true;
    this.#clockAtStart = Y.getState(this.#doc.store, this.#doc.clientID);
    this.#cap = setTimeout(() => this.flush(), longestHoldMs);
    this.#hooks.opened();
  }

  endSoon(): void {
    if (!this.#open) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), settleMs);
  }

  flush(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#cap);
    if (!this.#open) return;
    this.#open = false;
    this.#hooks.closed();
    for (const go of this.#waiting.splice(0)) go();
    const outbound = this.#outbound;
    const inbound = this.#inbound;
    this.#outbound = [];
    this.#inbound = [];
    if (outbound.length > 0) this.#hooks.sendOutbound(Y.mergeUpdates(outbound));
    if (inbound.length === 0) return;
    const before = ownTextSince(this.#doc, this.#clockAtStart);
    this.#hooks.applyInbound(Y.mergeUpdates(inbound));
    const after = ownTextSince(this.#doc, this.#clockAtStart);
    if (after.length < before.length) this.#hooks.lost(before);
  }
}

/** What this client has written from `clock` on and is still in the document. */
function ownTextSince(doc: Y.Doc, clock: number): string {
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  return structs.map((struct) => textFrom(struct, clock)).join('');
}

/** Text typed before the composition may have become one item with it. */
function textFrom(struct: Y.GC | Y.Item, clock: number): string {
  if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString))
    return '';
  return struct.content.str.slice(Math.max(0, clock - struct.id.clock));
}

export interface CompositionSources {
  page: EventTarget;
  window: EventTarget;
  /** Whether an event comes from prose; compositions in plain inputs touch no shared text. */
  isProse: (event: Event) => boolean;
}

/** Opens and closes the gate with the compositions of a page. Returns what stops it. */
export function watchCompositions(gate: ImeGate, { page, window, isProse }: CompositionSources): () => void {
  const started = (event: Event) => {
    if (isProse(event)) gate.start();
  };
  const ended = () => gate.endSoon();
  const left = () => gate.flush();
  page.addEventListener('compositionstart', started, { capture: true });
  page.addEventListener('compositionend', ended, { capture: true });
  window.addEventListener('blur', left);
  window.addEventListener('pagehide', left);
  return () => {
    gate.flush();
    page.removeEventListener('compositionstart', started, { capture: true });
    page.removeEventListener('compositionend', ended, { capture: true });
    window.removeEventListener('blur', left);
    window.removeEventListener('pagehide', left);
  };
}
