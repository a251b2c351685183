import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useEffect } from 'react';
import { fetchAll } from '../../../wire/fetchAll.ts';
import { push } from '../../../wire/push.ts';

const queryKey = ['scripts', 'callable'];

/** The scripts that a step may call, asked for once `wanted`; null until they are known. */
export function useOtherScripts(wanted: boolean): ScriptSummary[] | null {
  const { data } = useQuery({
    queryKey,
    queryFn: () => fetchAll<ScriptSummary>('/api/scripts'),
    enabled: wanted,
    staleTime: 60_000,
  });
  return data ?? null;
}

/** Once per page: what was called in vain may be published meanwhile. */
export function useFreshOtherScripts(): void {
  const client = useQueryClient();
  useEffect(() => push.on('release', () => void client.invalidateQueries({ queryKey })), [client]);
}
