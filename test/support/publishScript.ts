import { bringDraftTo } from '@daihon/shared/script/draft/write';
import type { Script } from '@daihon/shared/script/schema';
import type { Client } from './client.ts';
import { openDraft } from './draft.ts';

/** A published script as it is given; returns its id. */
export async function publishScript(supervisor: Client, title: string, script: Script): Promise<string> {
  const { id } = (await supervisor.post<{ id: string }>('/api/scripts', { title })).body;
  const draft = openDraft(supervisor, id);
  await draft.synced;
  bringDraftTo(draft.doc, { ...script, title }, { stepId: null, by: '', at: '' }, 'test');
  await draft.saved();
  draft.close();
  const { status, body } = await supervisor.post(`/api/scripts/${id}/publish`, { note: '初版' });
  if (status !== 201) throw new Error(`publishing ${title}: ${status} ${JSON.stringify(body)}`);
  return id;
}
