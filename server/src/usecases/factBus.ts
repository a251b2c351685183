import { logger } from '../platform/logger.ts';
import type { Fact, FactBus } from './context.ts';

/** Tells every listener in turn; a listener that throws keeps none of the others from hearing. */
export function createFactBus(): FactBus {
  const listeners = new Set<(fact: Fact) => void>();
  return {
    emit(fact) {
      for (const listener of listeners) {
        try {
          listener(fact);
        } catch (error) {
          logger.error({ err: error, fact: fact.type }, 'a listener failed');
        }
      }
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
