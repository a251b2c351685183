import { AppError } from '@daihon/shared/errors';
import type { PartSignature } from '@daihon/shared/script/partSignature';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { partSignature } from '../partSignatures.ts';

/** What a script declares to those who call it (SPEC 17). Throws `not_found`. */
export async function readPart(ports: Ports, context: Context, scriptId: string): Promise<PartSignature> {
  authorise(context.actor, 'draft.read');
  const part = await partSignature(ports, context.actor.tenantId, scriptId);
  if (part === null) throw new AppError('not_found');
  return part;
}
