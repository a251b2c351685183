import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { demandScript } from './scriptView.ts';

/** Throws unless the actor may be in this script's draft: `forbidden` by role, `not_found` when there is none for them. */
export async function demandDraft(context: Context, scriptId: string): Promise<void> {
  authorise(context.actor, 'draft.join');
  await demandScript(context.actor, scriptId);
}
