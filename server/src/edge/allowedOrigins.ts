import { isLoopbackHost } from '../config/env.ts';

/** Whether an Origin header is exactly the application's own. On loopback, the names of this machine are one origin. */
export type OriginRule = (origin: string | undefined) => boolean;

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

export function createOriginRule(publicUrl: string): OriginRule {
  const own = new URL(publicUrl);
  const origins = new Set([own.origin]);
  if (isLoopbackHost(own.hostname.replace(/^\[|\]$/gu, ''))) {
    const port = own.port === '' ? '' : `:${own.port}`;
    for (const name of loopbackNames) origins.add(`${own.protocol}//${name}${port}`);
  }
  return (origin) => origin !== undefined && origins.has(origin);
}
