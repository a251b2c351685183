import { moveToVersion } from '@daihon/shared/script/walk/version';
import type { Walk } from '@daihon/shared/script/walk/state';
import type { VersionSwitch } from '@daihon/shared/call';
import type { CallRecord, Known, Withdrawal } from '../save/record.ts';
import { isUntouched, withMemo, withRelease, withWalk, withWithdrawal } from '../save/record.ts';
import type { SaveState } from '../save/saveQueue.ts';
import { decide, isOpen, newsOf, seqsOf, withNews } from '../update/liveUpdate.ts';
import type { Incoming, News } from '../update/liveUpdate.ts';

/** Everything a call's screen shows. A new object after every change. */
export interface CallView {
  walk: Walk;
  record: CallRecord;
  save: SaveState;
  news: News | null;
  /** What is told after it. */
  waiting: readonly News[];
  /** Another tab goes on with this call. */
  lost: boolean;
}

export interface CallStoreDeps {
  /** Called at once with every change of the record, before anything is drawn. */
  keep: (record: CallRecord) => void;
  acknowledge: (seq: number) => void;
  now?: () => string;
}

/** One running call outside of React: moves of the walk in, views out. */
export interface CallStore {
  get: () => CallView;
  subscribe: (listener: () => void) => () => void;
  /** Makes a move; false when the walk refuses it. */
  move(make: (walk: Walk, at: string) => Walk): boolean;
  setMemo(memo: string): void;
  /** A version came out. */
  receive(incoming: Incoming): void;
  /** 今すぐ切替 */
  acceptUpdate(): void;
  /** 通話後 */
  deferUpdate(): void;
  /** 確認しました */
  acknowledge(): void;
  dismissNews(): void;
  /** A script of the call was withdrawn; what came out since is not taken back by hearing of it late. */
  withdraw(withdrawal: Withdrawal): void;
  note(change: Partial<Pick<CallView, 'save' | 'lost'>>): void;
  confirm(known: Known): void;
  /** The call as another seat has made it. */
  adopt(walk: Walk, record: CallRecord): void;
  untouched(): boolean;
}

export function createCallStore(walk: Walk, record: CallRecord, deps: CallStoreDeps): CallStore {
  const now = deps.now ?? (() => new Date().toISOString());
  const listeners = new Set<() => void>();
  /** The last release heard of, by script. */
  const releasedAt = new Map<string, number>();
  let view: CallView = { walk, record, save: 'saved', news: null, waiting: [], lost: false };

  const show = (change: Partial<CallView>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const keep = (next: CallRecord) => {
    if (next !== view.record) deps.keep(next);
    return next;
  };
  const take = (next: Walk, change: Partial<CallView> = {}) =>
    show({ ...change, walk: next, record: keep(withWalk(view.record, next, now())) });

  const line = () => (view.news === null ? view.waiting : [view.news, ...view.waiting]);
  const inLine = (all: readonly News[]) => ({ news: all[0] ?? null, waiting: all.slice(1) });
  const replace = (old: News, ...by: News[]) =>
    inLine(line().flatMap((news) => (news === old ? by : [news])));
  const moveTo = ({ incoming }: News, how: VersionSwitch['how']) =>
    moveToVersion(view.walk, incoming.next, how, now());

  /** A version that waited because of the words on screen: taken where they are the same by now. */
  const settle = (old: News) => {
    const decision = decide(view.walk, old.incoming);
    if (decision.kind === 'silent') {
      const news = newsOf(old.incoming, decision, 'swapped', old.owes);
      take(moveTo(news, 'silent'), replace(old, news));
    } else if (decision.kind === 'ask') {
      show(replace(old, newsOf(old.incoming, decision, 'asking', old.owes)));
    } else if (isOpen(old)) show(replace(old, { ...old, phase: 'swapped', effect: 'same' }));
    else show(replace(old));
  };
  const settleWaiting = () => {
    for (const news of line()) if (news.phase === 'asking') settle(news);
  };

  return {
    get: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    move(make) {
      if (view.lost) return false;
      const next = make(view.walk, now());
      if (next === view.walk) return false;
      const moved = next.path.at(-1)?.stepId !== view.walk.path.at(-1)?.stepId;
      take(next);
      if (moved) settleWaiting();
      return true;
    },
    setMemo(memo) {
      if (!view.lost) show({ record: keep(withMemo(view.record, memo, now())) });
    },
    receive(incoming) {
      const { seq, next } = incoming;
      if (seq !== null) {
        releasedAt.set(next.scriptId, Math.max(seq, releasedAt.get(next.scriptId) ?? 0));
        const record = withRelease(view.record, next.scriptId, seq);
        if (record !== view.record) show({ record: keep(record) });
      }
      const decision = decide(view.walk, incoming);
      const { scriptId, version } = incoming.next;
      const known = line().some(
        ({ phase, incoming: { next } }) =>
          phase === 'asking' && next.scriptId === scriptId && next.version >= version,
      );
      if (decision.kind === 'ignore' || known) return;
      if (decision.kind === 'ask') {
        const phase = view.record.deferred === version ? 'deferred' : 'asking';
        show(inLine(withNews(line(), newsOf(incoming, decision, phase))));
        return;
      }
      const urgent = decision.kind === 'urgent';
      const news = newsOf(incoming, decision, urgent ? 'switched' : 'swapped');
      take(moveTo(news, decision.kind), inLine(withNews(line(), news)));
    },
    acceptUpdate() {
      const { news } = view;
      if (news === null || (news.phase !== 'asking' && news.phase !== 'deferred')) return;
      // The call may have gone on since the version was put off: what is before and after is asked again.
      const decision = decide(view.walk, news.incoming);
      if (decision.kind === 'ignore') {
        show(replace(news));
        return;
      }
      const taken = {
        ...newsOf(news.incoming, decision, 'switched', news.owes),
        acknowledged: news.acknowledged,
      };
      take(moveTo(taken, 'accepted'), replace(news, taken));
    },
    deferUpdate() {
      const { news } = view;
      if (news?.phase !== 'asking') return;
      const record = { ...view.record, deferred: news.incoming.next.version };
      show({ record: keep(record), news: { ...news, phase: 'deferred' } });
    },
    acknowledge() {
      const { news } = view;
      if (news === null) return;
      for (const seq of seqsOf(news)) deps.acknowledge(seq);
      show({ news: { ...news, acknowledged: true } });
    },
    dismissNews() {
      const { news } = view;
      if (news === null || news.phase === 'asking') return;
      if (isOpen(news)) return;
      show(replace(news));
      if (view.news?.phase === 'asking') settle(view.news);
    },
    withdraw(withdrawal) {
      if (withdrawal.seq <= (releasedAt.get(withdrawal.scriptId) ?? 0)) return;
      const record = withWithdrawal(view.record, withdrawal);
      if (record !== view.record) show({ record: keep(record) });
    },
    note: (change) => show(change),
    confirm: (known) => show({ record: keep({ ...view.record, ...known }) }),
    adopt: (walk, record) => show({ walk, record: keep(record) }),
    untouched: () => isUntouched(view.record),
  };
}
