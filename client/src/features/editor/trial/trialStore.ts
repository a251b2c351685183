import { surroundingsOf } from '@daihon/shared/calendar/surroundings';
import { replay } from '@daihon/shared/sample/replay';
import type { Replay } from '@daihon/shared/sample/replay';
import type { Sample } from '@daihon/shared/sample/sample';
import type { Script } from '@daihon/shared/script/schema';
import { startWalk } from '@daihon/shared/script/walk';
import type { StartOptions } from '@daihon/shared/script/walk';
import type { Walk, WalkScript } from '@daihon/shared/script/walk/state';
import type { Policy } from '@daihon/shared/settings';
import type { DraftSession } from '../session/draftSession.ts';
import { Store } from '../session/store.ts';
import { followDraft } from './followDraft.ts';

export interface TrialState {
  walk: Walk;
  /** The moment that the run takes for now; null: the real one. */
  clock: string | null;
  /** The step it was begun from, when not the start. */
  from: string | null;
  /** The sample caller that is followed step by step, and how far. */
  guide: { sample: Sample; taken: number; left: Replay['deviation'] } | null;
}

/** A trial run (試し通し) of the live draft: the very walk of a call, which nothing keeps. */
export class TrialStore extends Store<TrialState> {
  readonly #session: DraftSession;
  #policy: Policy | null = null;

  constructor(session: DraftSession) {
    super({
      walk: begin(rootOf(session), { at: new Date().toISOString() }, null),
      clock: null,
      from: null,
      guide: null,
    });
    this.#session = session;
    session.ends.add(session.store.subscribe(() => this.#followDraft()));
    this.restart();
  }

  readonly now = (): string => this.get().clock ?? new Date().toISOString();

  readonly move = (make: (walk: Walk, at: string) => Walk): boolean => {
    const { walk } = this.get();
    const next = make(walk, this.now());
    if (next === walk) return false;
    this.set({ walk: next, ...(next.path === walk.path ? {} : { guide: null }) });
    return true;
  };

  /** From the start, or from a step as if the script began there; the values stay. */
  restart(from: string | null = null): void {
    const { walk, clock } = this.get();
    const root = rootOf(this.#session);
    const values = { ...examplesOf(root.script), ...walk.placeholders };
    this.set({ walk: this.#begin(root, values, from), from, guide: null, clock });
  }

  /** The values of the script's examples again, nothing filled in. */
  clear(): void {
    const root = rootOf(this.#session);
    this.set({ walk: this.#begin(root, examplesOf(root.script), this.get().from), guide: null });
  }

  setClock(clock: string | null): void {
    const { walk } = this.get();
    this.set({ clock });
    const at = this.now();
    const last = walk.path.at(-1);
    // What is on screen is decided anew by the time that now holds.
    if (last !== undefined)
      this.set({ walk: { ...walk, path: [...walk.path.slice(0, -1), { ...last, at }] } });
  }

  setPolicy(policy: Policy): void {
    if (policy === this.#policy) return;
    this.#policy = policy;
    const { walk } = this.get();
    const surroundings = surroundingsOf(policy, this.now());
    this.set({ walk: { ...walk, surroundings } });
    if (walk.path.length === 1) this.restart(this.get().from);
  }

  /** Takes the path of a sample caller: all of it, or so many answers, to go on by hand or step by step. */
  follow(sample: Sample, parts: ReadonlyMap<string, WalkScript>, upTo?: number): void {
    const clock = sample.run.at;
    const { walk, taken, deviation } = replay(rootOf(this.#session), sample.run, {
      at: clock ?? new Date().toISOString(),
      surroundings: this.#surroundings(clock),
      part: (id) => parts.get(id) ?? null,
      ...(upTo === undefined ? {} : { upTo }),
    });
    this.set({ walk, clock, from: null, guide: { sample, taken, left: deviation } });
  }

  #begin(root: WalkScript, placeholders: Record<string, string>, from: string | null): Walk {
    const { clock } = this.get();
    const surroundings = this.#surroundings(clock);
    return begin(root, { at: this.now(), placeholders, surroundings }, from);
  }

  #surroundings(clock: string | null) {
    return this.#policy === null ? null : surroundingsOf(this.#policy, clock ?? new Date().toISOString());
  }

  #followDraft(): void {
    const { walk, from } = this.get();
    const root = rootOf(this.#session);
    if (root.script === walk.root.script) return;
    // Before the draft was loaded there was no step to stand on.
    if (walk.path.length === 0) this.restart(from);
    else this.set({ walk: followDraft(walk, root, this.now()) });
  }
}

function begin(root: WalkScript, options: StartOptions, from: string | null): Walk {
  return { ...startWalk(fromStep(root, from), options), root };
}

function fromStep(root: WalkScript, from: string | null): WalkScript {
  const known = root.script.steps.some(({ id }) => id === from);
  return from === null || !known ? root : { ...root, script: { ...root.script, start: from } };
}

function rootOf(session: DraftSession): WalkScript {
  return { scriptId: session.scriptId, version: 1, script: session.store.get().script };
}

function examplesOf(script: Script): Record<string, string> {
  return Object.fromEntries(script.placeholders.map(({ key, example }) => [key, example]));
}

const trials = new WeakMap<DraftSession, TrialStore>();

/** The trial run of a session: closed and opened again it goes on where it was. */
export function trialOf(session: DraftSession): TrialStore {
  const known = trials.get(session);
  if (known !== undefined) return known;
  const trial = new TrialStore(session);
  trials.set(session, trial);
  return trial;
}
