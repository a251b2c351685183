import type { CloseName } from '@daihon/shared/wire/closeCodes';
import { ApiProblem, api } from '../../../wire/http.ts';

/** Asks the API about the script, since a browser hides the status of a refused WebSocket. Null: try again. */
export async function whyRefused(scriptId: string): Promise<CloseName | null> {
  try {
    await api.get(`/api/scripts/${encodeURIComponent(scriptId)}`);
    return null;
  } catch (problem) {
    const status = problem instanceof ApiProblem ? problem.status : 0;
    if (status === 401) return 'sessionEnded';
    if (status === 403) return 'rightWithdrawn';
    return status === 404 ? 'scriptGone' : null;
  }
}
