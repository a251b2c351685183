import { useQuery } from '@tanstack/react-query';
import type { Policy } from '@daihon/shared/settings';
import { api } from './http.ts';
import { session } from './session.ts';

export const policyKey = ['policy'];
const freshMs = 60_000;

/** What the tenant has decided for everyone (calendar, wording, labels, outcome codes …); undefined until it is loaded. */
export function usePolicy(): Policy | undefined {
  return useQuery({ queryKey: policyKey, queryFn: askPolicy, staleTime: freshMs }).data;
}

let last: { accountId: string | null; policy: Policy; at: number } | null = null;

/** The policy of a minute ago at most; an older one when the server cannot be reached. Throws when there is none. */
export async function loadPolicy(): Promise<Policy> {
  const known = last?.accountId === accountId() ? last : null;
  if (known !== null && Date.now() - known.at < freshMs) return known.policy;
  try {
    return await askPolicy();
  } catch (error) {
    if (known === null) throw error;
    return known.policy;
  }
}

async function askPolicy(): Promise<Policy> {
  const policy = await api.get<Policy>('/api/policy');
  last = { accountId: accountId(), policy, at: Date.now() };
  return policy;
}

function accountId(): string | null {
  const state = session.get();
  return state.status === 'signedIn' ? state.account.id : null;
}
