import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import type { ScriptWithTag } from './scriptView.ts';
import { demandScript, withTag } from './scriptView.ts';

/** Metadata of one script. Throws `not_found` for what the actor may not know of. */
export async function getScript(ports: Ports, context: Context, scriptId: string): Promise<ScriptWithTag> {
  authorise(context.actor, 'script.list');
  return withTag(ports, context.actor, await demandScript(context.actor, scriptId));
}
