import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { AppError } from '@daihon/shared/errors';
import type { OriginRule } from '../allowedOrigins.ts';
import { contextOf } from './requestContext.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that another site could have caused: the browser must say same-origin (one that says nothing must send an allowed Origin), a
 * body must be JSON, and within a session its token must come along. Never compares with the request's own host name:
 * that is the client's word.
 */
export function guardWrites(originAllowed: OriginRule): RequestHandler {
  return (request, _response, next) => {
    if (safe.has(request.method)) {
      next();
      return;
    }
    demandOwnPage(request, originAllowed);
    demandJson(request);
    if (contextOf(request) !== null) demandToken(request);
    next();
  };
}

function demandOwnPage(request: Request, originAllowed: OriginRule): void {
  const site = request.headers['sec-fetch-site'];
  const own = site === undefined ? originAllowed(request.headers.origin) : site === 'same-origin';
  if (!own) throw new AppError('csrf');
}

function demandJson(request: Request): void {
  const { headers } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody) return;
  if (!/^application\/json(; ?charset=utf-8)?$/iu.test(headers['content-type'] ?? '')) {
    throw new AppError('unsupported_media');
  }
}

function demandToken(request: Request): void {
  const expected = request.session.grant?.csrf;
  const given = request.headers['x-csrf-token'];
  // A sign-in over an old session carries no token of it and gains nothing from it.
  if (request.method === 'POST' && request.path === '/session') return;
  if (expected === undefined || typeof given !== 'string' || !equal(expected, given)) {
    throw new AppError('csrf', 'The X-CSRF-Token header is missing or wrong');
  }
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
