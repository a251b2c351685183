import { AppError } from '@daihon/shared/errors';
import type { ScriptRecord } from '../../store/scriptRows.ts';
import { findScript } from '../../store/scripts.ts';
import type { Context } from '../context.ts';

/** Throws `not_found` for what is no script of this tenant. */
export async function demandScript({ actor }: Context, scriptId: string): Promise<ScriptRecord> {
  const script = await findScript(actor.tenantId, scriptId);
  if (script === null) throw new AppError('not_found');
  return script;
}
