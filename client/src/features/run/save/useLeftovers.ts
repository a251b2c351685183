import { useEffect } from 'react';
import { push } from '../../../wire/push.ts';
import { settleLeftovers } from './leftovers.ts';

/** Brings what could not be sent to the server: now, and whenever the line is back. */
export function useLeftovers(accountId: string): void {
  useEffect(() => {
    const settle = () => void settleLeftovers(accountId).catch(() => undefined);
    settle();
    return push.subscribe(() => {
      if (push.status() === 'connected') settle();
    });
  }, [accountId]);
}
