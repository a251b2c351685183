import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@daihon/shared/access';
import type { Account } from '@daihon/shared/account';
import { fetchAll } from '../../wire/fetchAll.ts';
import { api } from '../../wire/http.ts';

const key = ['accounts'];

export function useAccounts() {
  return useQuery({ queryKey: key, queryFn: () => fetchAll<Account>('/api/accounts') });
}

export interface NewAccount {
  loginId: string;
  name: string;
  role: Role;
}
/** With the link by which the person chooses a password; the server tells it only once. */
export type Invited = Account & { invitationUrl: string };

export function useCreateAccount() {
  return useChange((ask: NewAccount) => api.post<Invited>('/api/accounts', ask));
}

export interface AccountChange {
  id: string;
  role?: Role;
  state?: 'active' | 'suspended';
}

export function useChangeAccount() {
  return useChange(({ id, ...ask }: AccountChange) => api.patch<Account>(`/api/accounts/${id}`, ask));
}

function useChange<Ask, Answer>(mutationFn: (ask: Ask) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
}
