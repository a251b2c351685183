import type { Actor, Capability } from '@daihon/shared/access';
import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';

/** Throws `forbidden` unless the actor's role grants `capability`. The first line of every use case. */
export function authorise(actor: Actor, capability: Capability): void {
  if (!can(actor, capability)) throw new AppError('forbidden');
}
