import type { CommentAnchor, CommentThread } from '@daihon/shared/comment';
import type { Located } from '@daihon/shared/script/draft/proposal';
import { push } from '../../../../wire/push.ts';
import type { DraftSession } from '../../session/draftSession.ts';
import { shareUnchanged } from '../../session/shareUnchanged.ts';
import { Store } from '../../session/store.ts';
import { locate } from './locate.ts';
import { threadApi } from './threadApi.ts';

export type ThreadFilter = 'open' | 'mine' | 'resolved';

/** A mounted text, as far as what is selected in it goes. */
export interface SelectableText {
  hasFocus(): boolean;
  /** Places in the text; equal for a caret. */
  selected(): { from: number; to: number } | null;
  anchor(range: { from: number; to: number }): CommentAnchor | null;
}

/** A thread being written. */
export interface Composing {
  kind: 'comment' | 'suggestion';
  anchor: CommentAnchor;
}

export interface DeskState {
  threads: readonly CommentThread[];
  status: 'loading' | 'ready' | 'failed';
  /** The thread that is looked at, and the one under the pointer. */
  activeId: string | null;
  hoverId: string | null;
  composing: Composing | null;
  scope: 'step' | 'all';
  filter: ThreadFilter;
  /** Texts are not edited: what is selected is proposed. */
  suggesting: boolean;
}

/** The comments of the open script: loaded whole, again at each news of them and after each reconnect. */
export class CommentDesk extends Store<DeskState> {
  readonly api: ReturnType<typeof threadApi>;
  /** The mounted texts of the open step, for what is selected in them. */
  readonly fields = new Set<SelectableText>();
  readonly #session: DraftSession;
  readonly #located = new Map<string, Located>();
  readonly #stops: (() => void)[];
  #loading: Promise<void> | null = null;
  #again = false;
  #ended = false;

  constructor(session: DraftSession) {
    super({
      threads: [],
      status: 'loading',
      activeId: null,
      hoverId: null,
      composing: null,
      scope: 'step',
      filter: 'open',
      suggesting: false,
    });
    this.#session = session;
    this.api = threadApi(session.scriptId);
    this.#stops = [
      push.on('scriptNews', ({ scriptId, kind }) => {
        if (scriptId === session.scriptId && kind === 'comments') void this.load();
      }),
      push.subscribe(() => {
        if (push.status() === 'connected') void this.load();
      }),
    ];
    void this.load();
  }

  /** Resolves when the threads are as they are now. One question at a time; whoever asks during one has it asked once more. */
  load(): Promise<void> {
    this.#again = true;
    this.#loading ??= this.#loadWhileAsked().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  async #loadWhileAsked(): Promise<void> {
    while (this.#again && !this.#ended) {
      this.#again = false;
      try {
        const threads = await this.api.list();
        this.set({ threads: shareUnchanged(this.get().threads, threads), status: 'ready' });
      } catch {
        // What is shown stays; a page that has nothing yet says so and offers to ask again.
        if (this.get().status !== 'ready') this.set({ status: 'failed' });
      }
    }
  }

  /** Takes over what a write has answered: the news of it may come earlier or later. */
  readonly take = (thread: CommentThread): void => {
    const { threads } = this.get();
    const known = threads.find(({ id }) => id === thread.id);
    if (known === undefined) this.set({ threads: [...threads, thread] });
    else if (known.revision < thread.revision)
      this.set({ threads: threads.map((each) => (each.id === thread.id ? thread : each)) });
  };

  readonly drop = (threadId: string): void => {
    this.set({ threads: this.get().threads.filter(({ id }) => id !== threadId) });
  };

  /** Where a thread's words stand in the draft now; the same object until that changes. */
  readonly locate = ({ id, anchor }: CommentThread): Located => {
    const located = locate(this.#session, anchor);
    const known = this.#located.get(id);
    const shared = known === undefined ? located : shareUnchanged(known, located);
    this.#located.set(id, shared);
    return shared;
  };

  readonly destroy = (): void => {
    this.#ended = true;
    this.#again = false;
    for (const stop of this.#stops) stop();
  };
}
