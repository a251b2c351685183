import type { IncomingMessage } from 'node:http';
import { ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import type { Limits } from '@daihon/shared/limits';
import type { SessionGrant } from '../../store/sessions.ts';
import { createSessionStore } from '../../store/sessions.ts';

declare module 'express-session' {
  interface SessionData {
    grant?: SessionGrant;
  }
}

export interface SessionDoor {
  middleware: RequestHandler;
  /** The session of an upgrade, by the same cookie and secrets; null without one. */
  ofUpgrade: (request: IncomingMessage) => Promise<{ sid: string; grant: SessionGrant } | null>;
}

/** On https the name binds the cookie to this host, path and TLS; over plain http browsers would refuse that name. */
export function createSessionDoor(options: {
  secrets: readonly string[];
  secure: boolean;
  limits: Limits;
}): SessionDoor {
  const middleware = session({
    name: options.secure ? '__Host-daihon' : 'daihon',
    secret: [...options.secrets],
    store: createSessionStore(options.limits.sessionAbsoluteMs),
    resave: false,
    saveUninitialized: false,
    rolling: false,
    cookie: {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      maxAge: options.limits.sessionAbsoluteMs,
      secure: options.secure,
    },
  });
  const door: RequestHandler = (request, response, next) => {
    // express-session sets a secure cookie only on what it takes for TLS; PUBLIC_URL has settled that.
    if (options.secure) Object.defineProperty(request, 'secure', { value: true });
    return middleware(request, response, next);
  };
  return { middleware: door, ofUpgrade: (request) => readUpgradeSession(middleware, request) };
}

function readUpgradeSession(
  middleware: RequestHandler,
  request: IncomingMessage,
): Promise<{ sid: string; grant: SessionGrant } | null> {
  return new Promise((resolve, reject) => {
    // The middleware only hooks the answer's end, which never comes: an upgrade changes no session.
    const asRequest = request as Request;
    const response = new ServerResponse(request) as Response;
    void middleware(asRequest, response, (error?: unknown) => {
      const found = (asRequest as Partial<Request>).session;
      if (error !== undefined || found === undefined)
        reject(error instanceof Error ? error : new Error('session store'));
      else if (found.grant === undefined) resolve(null);
      else resolve({ sid: asRequest.sessionID, grant: found.grant });
    });
  });
}

/** Removes the session and leaves an empty one in its place, which a sign-in of this very request can use. */
export async function renewSession(request: Request): Promise<void> {
  await settle((done) => request.session.regenerate(done));
}

/** A new id for a new right: nobody who knew the id before has it after. Stored when this resolves. */
export async function beginSession(request: Request, grant: SessionGrant): Promise<string> {
  await renewSession(request);
  request.session.grant = grant;
  await settle((done) => request.session.save(done));
  return request.sessionID;
}

export async function endSession(request: Request): Promise<void> {
  await settle((done) => request.session.destroy(done));
}

function settle(work: (done: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('session store'));
    });
  });
}
