import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { draftRoots } from '@daihon/shared/script/draft/layout';
import type { CloseName } from '@daihon/shared/wire/closeCodes';
import type { PresenceUser } from '@daihon/shared/wire/collab';
import * as Y from 'yjs';
import { watchCaret } from '../../../wire/caretWatch.ts';
import { ScriptProvider } from '../../../wire/draftProvider.ts';
import { watchCompositions } from '../../../wire/imeGate.ts';
import { DraftUndo } from './draftUndo.ts';
import { Presence } from './presence.ts';
import { claimRemovals } from './removalClaims.ts';
import { watchRemovals } from './watchRemovals.ts';
import type { RemovalNews } from './removalNews.ts';
import { ScriptStore } from './scriptStore.ts';
import { seedParagraphs } from './seedParagraphs.ts';
import { keepUnsent, takeUnsent } from './unsent.ts';

export interface SessionOptions {
  scriptId: string;
  user: PresenceUser;
  whyRefused: () => Promise<CloseName | null>;
  /** A colleague has deleted what this person is in. */
  onRemoved: (news: RemovalNews) => void;
  /** Work that was left behind has been put back. */
  onWorkRestored: () => void;
}

/** Everything that lives as long as one person has one draft open. */
export class DraftSession {
  readonly scriptId: string;
  readonly user: PresenceUser;
  readonly doc = new Y.Doc();
  readonly provider: ScriptProvider;
  readonly undo: DraftUndo;
  readonly store: ScriptStore;
  readonly presence: Presence;
  readonly caret = watchCaret(document);
  /** Origin of this session's structural edits. */
  readonly origin = { edit: 'local' };
  /** Where this person led choices in this session: a colleague who leads one elsewhere is named news. */
  readonly ownTargets = new Map<string, string | null>();
  /** What ends with the session beside its own parts. */
  readonly ends = new Set<() => void>();
  readonly #stops: (() => void)[];
  readonly #endKeeping: () => void;
  #run: string | null = null;

  constructor(options: SessionOptions) {
    this.scriptId = options.scriptId;
    this.user = options.user;
    const roots = draftRoots(this.doc);
    this.undo = new DraftUndo(roots, this.origin);
    this.provider = new ScriptProvider({
      serverUrl: collabUrl(),
      scriptId: options.scriptId,
      doc: this.doc,
      whyRefused: options.whyRefused,
    });
    const { awareness } = this.provider;
    this.presence = new Presence(awareness, options.user);
    const { doc, presence, ownTargets } = this;
    const removals = watchRemovals({ doc, awareness, presence, ownTargets }, options.onRemoved);
    this.provider.composition = {
      opened: () => this.undo.composing(true),
      closed: () => this.undo.composing(false),
      lost: removals.lost,
    };
    this.provider.beforeInbound = this.caret.readNow;
    this.store = new ScriptStore(this.doc);
    this.#endKeeping = keepUnsent(this);
    this.#stops = [
      this.caret.stop,
      seedParagraphs(this.doc),
      claimRemovals(this.doc, awareness),
      removals.stop,
      this.#endRunsByTyping(),
      watchCompositions(this.provider.gate, { page: document, window, isProse }),
      this.#followNetwork(),
      this.#whenLoaded(options.onWorkRestored),
    ];
    this.provider.connect();
  }

  /**
   * Runs a structural edit as one undoable change; edits of the same `run` in quick succession (a key held down) are one
   * together. A draft that was closed for good takes none.
   */
  readonly edit = <T>(change: (doc: Y.Doc) => T, run: string | null = null): T => {
    // While a composition holds updates back, an edit from elsewhere would be merged into its undo item.
    this.provider.gate.flush();
    if (run === null || run !== this.#run) this.undo.separate();
    this.#run = run;
    const result = this.doc.transact(() => change(this.doc), this.origin);
    if (run === null) this.undo.separate();
    this.store.refresh();
    return result;
  };

  destroy(): void {
    for (const end of this.ends) end();
    for (const stop of this.#stops) stop();
    this.#endKeeping();
    this.store.destroy();
    this.presence.destroy();
    this.undo.expected.drop();
    this.undo.manager.destroy();
    this.provider.destroy();
    this.doc.destroy();
  }

  /** What is typed right after a key held down elsewhere is a change of its own. */
  #endRunsByTyping(): () => void {
    const begins = ({ origin }: Y.Transaction) => {
      if (origin !== ySyncPluginKey || this.#run === null) return;
      this.#run = null;
      this.undo.separate();
    };
    this.doc.on('beforeTransaction', begins);
    return () => this.doc.off('beforeTransaction', begins);
  }

  /** The first state of the draft is nobody's edit. Then what was left behind may come back. */
  #whenLoaded(onWorkRestored: () => void): () => void {
    let endTaking: () => void = () => undefined;
    const loaded = (synced: boolean) => {
      if (!synced) return;
      this.provider.off('sync', loaded);
      this.store.refresh();
      this.undo.clear();
      endTaking = takeUnsent(this, onWorkRestored);
    };
    this.provider.on('sync', loaded);
    return () => {
      this.provider.off('sync', loaded);
      endTaking();
    };
  }

  /** The browser knows at once that the network is gone; a silent socket would notice after half a minute. */
  #followNetwork(): () => void {
    const offline = () => this.provider.disconnect();
    const online = () => {
      if (this.provider.connection.ended === null) this.provider.connect();
    };
    window.addEventListener('offline', offline);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('offline', offline);
      window.removeEventListener('online', online);
    };
  }
}

function isProse(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('.ProseMirror') !== null;
}

function collabUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`;
}
