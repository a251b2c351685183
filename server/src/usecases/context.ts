import type { Actor } from '@daihon/shared/access';
import type { CommentAnchor } from '@daihon/shared/comment';
import type { Limits } from '@daihon/shared/limits';
import type { Replaced, ReplaceOutcome, Replacement } from '@daihon/shared/script/draft/replace';
import type { Script } from '@daihon/shared/script/schema';
import type { PresenceUser } from '@daihon/shared/wire/collab';
import type { PointLabel } from '@daihon/shared/wire/points';
import type { ReleaseEvent, ReminderEvent, ScriptNewsKind, WithdrawnEvent } from '@daihon/shared/wire/events';

/** Where an ask came from. `address` is the client's, behind trusted proxies too. */
export interface Origin {
  address: string;
  agent: string;
  sessionId: string | null;
  requestId: string;
}

export interface Context {
  actor: Actor;
  origin: Origin;
}

export interface DraftAuthor {
  accountId: string;
  name: string;
  /** Steps, '' for the script as a whole. */
  stepIds: string[];
  /** When each of them was last changed, in the same order. */
  stepAts?: Date[];
  at: Date;
}

/** What a draft tells without being opened. */
export interface DraftActivity {
  /** What the draft calls its script; null when only the draft itself could say. */
  title: string | null;
  lastEditAt: Date | null;
  /** Who changed which steps since the last publishing. */
  authors: DraftAuthor[];
}

/** A draft around one edit of the server's own. */
export interface BroughtDraft {
  before: Script;
  after: Script;
  /** The point that was set before it. */
  pointId: string;
}

/** What use cases need of the running draft rooms. Implemented in edge/collab, handed in by compose.ts. */
/** A draft while a decision on one of its proposals is made. Edits are Yjs updates. */
export interface ProposalDesk {
  /**
   * The edit that puts the proposed words in; nothing is stored. Throws `conflict` with the `reason` `lost`, or `changed` unless
   * `over` says that other words may go.
   */
  draw(proposal: { anchor: CommentAnchor; replacement: string }, over: boolean): Uint8Array;
  /** Whether this edit is stored and still there. */
  holds(edit: Uint8Array): boolean;
  /** Makes it an ordinary edit by this actor. Stored before it resolves. */
  put(edit: Uint8Array, threadId: string): Promise<void>;
}

export interface DraftDesk {
  /** Stores the first state of a new draft (epoch 1). */
  create(tenantId: string, scriptId: string, script: Script): Promise<void>;
  /** The draft as it stands, live or stored; never writes. */
  read(tenantId: string, scriptId: string): Promise<Script>;
  /** Waits for what is queued, holds later frames back, runs `work` with the draft, lets go. One at a time per script. */
  freeze<T>(tenantId: string, scriptId: string, work: (draft: Script) => Promise<T>): Promise<T>;
  /**
   * Brings `target` (or one step of it; out of the draft where `target` has none) into the draft as one ordinary transaction by
   * this actor, after setting a point. Stored before it resolves to the point's id. What `demand` throws leaves everything as it is.
   */
  restore(
    context: Context,
    scriptId: string,
    target: Script,
    ask: { stepId: string | null; label: PointLabel; demand: (draft: Script) => void },
  ): Promise<string>;
  /**
   * Takes such a restore back by the point before it, with a point of its own: what anybody changed since stays, and is named
   * in `kept`. Null when the point is gone.
   */
  undoRestore(
    context: Context,
    scriptId: string,
    pointId: string,
    done: { target: Script; stepId: string | null; label: PointLabel },
  ): Promise<{ kept: string[]; pointId: string } | null>;
  /** Sets a point; resolves to its id when it is durable. */
  point(context: Context, scriptId: string, label: PointLabel): Promise<string>;
  /** The draft as it stood at a point; null when there is no such point. */
  pointScript(tenantId: string, scriptId: string, pointId: string): Promise<Script | null>;
  /**
   * The same for a whole draft and what `make` makes of it as it stands when no edit can come between. What `make` throws leaves
   * everything as it is.
   */
  bring(
    context: Context,
    scriptId: string,
    make: (draft: Script) => Script,
    label: PointLabel,
  ): Promise<BroughtDraft>;
  /** The draft as it stands, without keeping it in memory: for a look at many of them. Never writes. */
  peek(tenantId: string, scriptId: string): Promise<Script>;
  /**
   * Replaces the chosen hits that still stand, as one ordinary edit by this actor, after setting a named point. Stored before
   * it resolves. `pointId` null: nothing of it stood any more, and nothing was done.
   */
  replace(
    context: Context,
    scriptId: string,
    replacement: Replacement,
    label: PointLabel,
  ): Promise<ReplaceOutcome & { pointId: string | null }>;
  /** Takes a replacement back by the point before it, again as an ordinary edit with a point of its own. Returns how many were not found. */
  takeBack(
    context: Context,
    scriptId: string,
    taken: { pointId: string; replacement: Replacement; done: readonly Replaced[] },
    label: PointLabel,
  ): Promise<{ lost: number }>;
  /** Runs `work` while no edit comes in and no other proposal of this draft is decided. */
  decide<T>(context: Context, scriptId: string, work: (desk: ProposalDesk) => Promise<T>): Promise<T>;
  /** Who is in which draft at this moment, by script, each person once; of this process. */
  editors(tenantId: string): ReadonlyMap<string, PresenceUser[]>;
  /** Closes the rooms of a script with scriptGone. */
  drop(tenantId: string, scriptId: string): Promise<void>;
  /** Gives the draft another title, as an ordinary edit by this actor. Stored before it resolves. */
  rename(context: Context, scriptId: string, title: string): Promise<void>;
  /** By script: for lists ("unpublished changes") and the publish dialog. One without a draft is missing. */
  activities(tenantId: string, scriptIds: readonly string[]): Promise<ReadonlyMap<string, DraftActivity>>;
}

export type AccessChange = 'suspended' | 'role' | 'signed-out' | 'password' | 'expired' | 'address';

/** What has happened, told only after its commit. `accountId` null: everyone of the tenant; `sessionId`: that one only. */
export type Fact =
  | { type: 'released'; tenantId: string; event: ReleaseEvent }
  | { type: 'withdrawn'; tenantId: string; event: WithdrawnEvent }
  | {
      type: 'access-changed';
      tenantId: string;
      accountId: string | null;
      sessionId?: string;
      reason: AccessChange;
      /** With `address`: those that hold from now on. */
      addressRules?: readonly string[];
    }
  | { type: 'script-listed'; tenantId: string; scriptId: string }
  | {
      type: 'script-news';
      tenantId: string;
      scriptId: string;
      kind: ScriptNewsKind;
      /** Who did it, where it is told: see `ScriptNewsEvent`. */
      by?: { id: string; name: string } | undefined;
      count?: number | undefined;
      importId?: string | undefined;
    }
  | { type: 'mentioned'; tenantId: string; accountId: string; unread: number }
  | { type: 'receipts'; tenantId: string; seqs: number[] }
  | { type: 'reminded'; tenantId: string; accountIds: string[]; event: ReminderEvent };

export interface FactBus {
  emit(fact: Fact): void;
  /** Returns the way to stop listening. */
  on(listener: (fact: Fact) => void): () => void;
}

export interface Ports {
  drafts: DraftDesk;
  facts: FactBus;
  limits: Limits;
  /** The accounts of a tenant that have a socket open at this process now. */
  connected(tenantId: string): ReadonlySet<string>;
  /** The tenants' time zone, for days and opening hours. */
  timeZone: string;
}
