import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { Router } from 'express';
import ipaddr from 'ipaddr.js';
import { AppError } from '@daihon/shared/errors';
import { registry } from '../../../platform/metrics.ts';
import { sha256Hex } from '../../../platform/hash.ts';

export interface HealthSource {
  /** Whether requests can be served: the store answers and nothing is draining. */
  ready(): boolean;
  metricsToken: string | null;
}

/** Probes: alive, ready, measured. */
export function healthRoutes(source: HealthSource): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', (_request, response) => {
    if (!source.ready()) throw new AppError('unavailable');
    response.json({ status: 'ready' });
  });
  router.get('/metrics', async (request, response) => {
    if (!mayMeasure(request, source.metricsToken)) throw new AppError('forbidden');
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}

/** With a token: who knows it. Without: only this machine, and not through a proxy that runs on it. */
function mayMeasure(request: Request, token: string | null): boolean {
  if (token !== null) {
    const expected = Buffer.from(sha256Hex(`Bearer ${token}`));
    return timingSafeEqual(expected, Buffer.from(sha256Hex(request.headers.authorization ?? '')));
  }
  const peer = request.socket.remoteAddress ?? '';
  if (!ipaddr.isValid(peer) || request.headers['x-forwarded-for'] !== undefined) return false;
  return ipaddr.process(peer).range() === 'loopback';
}
