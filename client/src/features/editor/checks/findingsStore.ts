import type { Script, Step } from '@daihon/shared/script/schema';
import type { Finding } from '@daihon/shared/version';
import type { DraftSession } from '../session/draftSession.ts';
import type { CheckAnswer, CheckAsk, CheckWorld, SampleResult } from './check.worker.ts';

export interface Findings {
  all: readonly Finding[];
  errors: readonly Finding[];
  warnings: readonly Finding[];
  /** The gravest finding of each step. */
  worst: ReadonlyMap<string, Finding['severity']>;
  /** By sample caller: null where it comes to its end, else where and why it leaves its path. */
  samples: ReadonlyMap<string, SampleResult>;
}

const settleMs = 250;
const nothing: Findings = { all: [], errors: [], warnings: [], worst: new Map(), samples: new Map() };

/**
 * What the checks say about the draft, a moment after the last change. They run in a worker that is sent the changed steps
 * only: with hundreds of steps a check takes longer than a key may wait.
 */
export class FindingsStore {
  readonly #session: DraftSession;
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;
  #worker: Worker | null = null;
  #sent = new Map<string, Step>();
  #script: Script | null = null;
  #world: CheckWorld | null = null;
  #worldSent = false;
  #asks = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #findings = nothing;

  constructor(session: DraftSession) {
    this.#session = session;
    this.#stop = session.store.subscribe(() => this.#later());
    this.#later(0);
  }

  readonly get = (): Findings => this.#findings;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What the checks go by beside the draft; the first time it begins to check. */
  setWorld(world: CheckWorld): void {
    this.#worker ??= this.#startWorker();
    this.#world = world;
    this.#worldSent = false;
    this.#later(0);
  }

  destroy(): void {
    this.#stop();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#worker?.terminate();
  }

  #later(ms = settleMs): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), ms);
  }

  #ask(): void {
    this.#timer = null;
    if (this.#worker === null) return;
    const { script } = this.#session.store.get();
    if (script === this.#script && this.#worldSent) return;
    const { steps, ...head } = script;
    const changed = steps.filter((step) => this.#sent.get(step.id) !== step);
    this.#sent = new Map(steps.map((step) => [step.id, step]));
    this.#script = script;
    this.#asks += 1;
    const ask: CheckAsk = {
      ask: this.#asks,
      scriptId: this.#session.scriptId,
      head,
      order: steps.map(({ id }) => id),
      changed,
      world: this.#worldSent ? null : this.#world,
    };
    this.#worldSent = true;
    this.#worker.postMessage(ask);
  }

  #startWorker(): Worker {
    const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => this.#take(data);
    return worker;
  }

  #take({ ask, findings, samples }: CheckAnswer): void {
    if (ask !== this.#asks) return;
    this.#findings = findingsOf(findings, samples);
    for (const listener of this.#listeners) listener();
  }
}

function findingsOf(found: readonly Finding[], samples: CheckAnswer['samples']): Findings {
  const errors = found.filter(({ severity }) => severity === 'error');
  const warnings = found.filter(({ severity }) => severity === 'warning');
  const worst = new Map<string, Finding['severity']>();
  for (const { stepId, severity } of [...warnings, ...errors])
    if (stepId !== null) worst.set(stepId, severity);
  return { all: [...errors, ...warnings], errors, warnings, worst, samples: new Map(samples) };
}
