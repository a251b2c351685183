import { ApiProblem, api } from '../../../wire/http.ts';
import type { CallWire, Verdict } from './saveQueue.ts';

export const callWire: CallWire = {
  start: (body) => api.post('/api/calls', body),
  save: (id, body) => api.patch(`/api/calls/${encodeURIComponent(id)}`, body),
  end: (id, body) => api.post(`/api/calls/${encodeURIComponent(id)}/end`, body),
};

/** What was not understood or is not ours will not be taken next time either; all else is a matter of time. */
export function verdictOf(error: unknown): Verdict {
  if (!(error instanceof ApiProblem)) return 'later';
  return [400, 404, 409, 413, 422].includes(error.status) ? 'never' : 'later';
}
