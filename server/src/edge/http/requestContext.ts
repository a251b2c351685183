import type { IncomingMessage } from 'node:http';
import type { Context } from '../../usecases/context.ts';

// Kept beside the request, not on it: nothing a client sends can ever land here.
const contexts = new WeakMap<IncomingMessage, Context>();

/** Who the request speaks for; null when nobody is signed in. */
export function contextOf(request: IncomingMessage): Context | null {
  return contexts.get(request) ?? null;
}

export function setContext(request: IncomingMessage, context: Context): void {
  contexts.set(request, context);
}
