import type { Express, RequestHandler, Router } from 'express';
import express from 'express';
import type { Limits } from '@daihon/shared/limits';
import { metrics } from '../../platform/metrics.ts';
import type { OriginRule } from '../allowedOrigins.ts';
import type { ClientAddress } from '../clientAddress.ts';
import { contentSecurity } from './contentSecurity.ts';
import { guardWrites } from './csrf.ts';
import { identify } from './identify.ts';
import { jsonBody } from './jsonBody.ts';
import { problems, unknownPath } from './problems.ts';

export interface AppDeps {
  addresses: ClientAddress;
  limits: Limits;
  originAllowed: OriginRule;
  secure: boolean;
  sessions: RequestHandler;
  /** Probes: before sessions, so that they answer while the store is away. */
  health: Router;
  /** Routers with full paths under /api. */
  api: readonly Router[];
  /** The built client; null when there is none. */
  client: RequestHandler | null;
}

/** The HTTP application: headers, probes, then the API behind session, origin and body checks, then the client. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', deps.addresses.trust);
  // Flat parameters only: nested ones would let a query become an object.
  app.set('query parser', 'simple');
  app.use(measure, contentSecurity(deps.secure), deps.health);
  app.use(
    '/api',
    noStore,
    deps.sessions,
    identify(deps.addresses, deps.limits),
    guardWrites(deps.originAllowed),
    ...jsonBody(deps.limits),
  );
  for (const router of deps.api) app.use(router);
  app.use('/api', unknownPath);
  app.use('/socket.io', unknownPath);
  app.use('/collab', unknownPath);
  if (deps.client !== null) app.use(deps.client);
  app.use(unknownPath);
  app.use(problems);
  return app;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

const measure: RequestHandler = (request, response, next) => {
  const stop = metrics.httpSeconds.startTimer({ method: request.method });
  response.once('finish', () => {
    const route: unknown = (request as { route?: { path?: unknown } }).route?.path;
    stop({ route: typeof route === 'string' ? route : 'other', status: response.statusCode });
  });
  next();
};
