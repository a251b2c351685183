import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '@daihon/shared/errors';
import type { Limits } from '@daihon/shared/limits';
import { addressBlock } from '../../platform/address.ts';

export interface SignInThrottle {
  /** Throws `throttled` while the pair, the account or the address has failed too often. Takes a try of the pair at once, so parallel tries count. */
  enter(loginId: string, address: string): Promise<void>;
  failed(loginId: string, address: string): Promise<void>;
  succeeded(loginId: string, address: string): Promise<void>;
}

const WINDOW_SECONDS = 15 * 60;

/** Failed sign-ins within 15 minutes, in the memory of this process. Unknown accounts count like known ones. */
export function createSignInThrottle(limits: Limits): SignInThrottle {
  const pair = limiter(limits.signInFailuresPerPair);
  const account = limiter(limits.signInFailuresPerAccount);
  const network = limiter(limits.signInFailuresPerAddress);
  const pairKey = (loginId: string, address: string) => `${loginId} ${addressBlock(address)}`;
  return {
    async enter(loginId, address) {
      await refuseWhenSpent(account, loginId, limits.signInFailuresPerAccount);
      await refuseWhenSpent(network, addressBlock(address), limits.signInFailuresPerAddress);
      try {
        await pair.consume(pairKey(loginId, address));
      } catch (rejection) {
        throw rejection instanceof RateLimiterRes ? throttled(rejection) : rejection;
      }
    },
    async failed(loginId, address) {
      await account.penalty(loginId);
      await network.penalty(addressBlock(address));
    },
    async succeeded(loginId, address) {
      await pair.delete(pairKey(loginId, address));
    },
  };
}

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
}

async function refuseWhenSpent(limiter: RateLimiterMemory, key: string, points: number): Promise<void> {
  const state = await limiter.get(key);
  if (state !== null && state.consumedPoints >= points) throw throttled(state);
}

function throttled(state: RateLimiterRes): AppError {
  return new AppError('throttled', undefined, {
    retryAfterSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1_000)),
  });
}
