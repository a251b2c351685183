import { monotonicMs } from '../../platform/clock.ts';

/** A token bucket: `take` is false when more than `burst` at once or `perSecond` in the long run were asked for. */
export interface Bucket {
  take(): boolean;
}

export function createBucket(perSecond: number, burst: number = perSecond): Bucket {
  let tokens = burst;
  let filledAt = monotonicMs();
  return {
    take() {
      const at = monotonicMs();
      tokens = Math.min(burst, tokens + ((at - filledAt) / 1_000) * perSecond);
      filledAt = at;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
