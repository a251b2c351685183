import type { Verdict } from '../save/saveQueue.ts';

export interface Attempts {
  /** The line may be back: tries at once, unless a try is under way. */
  poke(): void;
  stop(): void;
}

export interface AttemptDeps {
  verdictOf(error: unknown): Verdict;
  /** Runs `work` after `ms`; the result cancels it. */
  later?: (work: () => void, ms: number) => () => void;
}

const firstRetryMs = 1_000;
const longestRetryMs = 15_000;

/** Asks until there is an answer or there will never be one, waiting longer each time; `take` gets it once. */
export function eventually<T>(ask: () => Promise<T>, take: (answer: T) => void, deps: AttemptDeps): Attempts {
  const later = deps.later ?? afterTimeout;
  let cancel: (() => void) | null = null;
  let over = false;
  let tries = 0;

  const attempt = async () => {
    cancel = null;
    tries += 1;
    try {
      const answer = await ask();
      if (!over) take(answer);
      over = true;
    } catch (error) {
      if (over || deps.verdictOf(error) === 'never') over = true;
      else cancel = later(() => void attempt(), Math.min(firstRetryMs * 2 ** (tries - 1), longestRetryMs));
    }
  };
  void attempt();
  return {
    poke() {
      if (cancel === null) return;
      cancel();
      tries = 0;
      void attempt();
    },
    stop() {
      over = true;
      cancel?.();
      cancel = null;
    },
  };
}

function afterTimeout(work: () => void, ms: number): () => void {
  // Not all at the same moment: whatever failed, failed for thousands at once.
  const timer = setTimeout(work, ms * (0.5 + Math.random()));
  return () => clearTimeout(timer);
}
