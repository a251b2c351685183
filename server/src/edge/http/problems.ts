import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { AppError, errorCatalogue } from '@daihon/shared/errors';
import { randomId } from '../../platform/clock.ts';
import { logger } from '../../platform/logger.ts';
import { record } from '../../store/auditLog.ts';
import { auditNote } from '../../usecases/auditNote.ts';
import { contextOf } from './requestContext.ts';

/** The one place where what was thrown becomes an answer: RFC 9457. What nobody expected is logged whole and told by its number only. */
export const problems: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) {
    // A stream that broke half way: cutting the connection is the only honest end.
    next(error);
    return;
  }
  const known = toAppError(error);
  const requestId = contextOf(request)?.origin.requestId ?? randomId();
  if (known.code === 'internal') {
    logger.error({ err: error, requestId, method: request.method, path: request.path }, 'request failed');
  }
  noteRefusal(request, known);
  sendProblem(response, known, requestId);
};

/** For a path that is no route of the API. */
export const unknownPath: RequestHandler = () => {
  throw new AppError('not_found');
};

function sendProblem(response: Response, error: AppError, requestId: string): void {
  const { status, title } = errorCatalogue[error.code];
  const { errors, retryAfterSeconds, members } = error.extras;
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  else if (status === 503) response.set('Retry-After', '2');
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        ...members,
        type: `urn:daihon:problem:${error.code}`,
        title,
        status,
        ...(error.code !== 'internal' && error.message !== title ? { detail: error.message } : {}),
        code: error.code,
        requestId,
        ...(errors === undefined ? {} : { errors }),
      }),
    );
}

/** Someone signed in who may not: a row of the operation log. */
function noteRefusal(request: Request, error: AppError): void {
  const context = contextOf(request);
  if (context === null || error.status !== 403) return;
  const detail = { method: request.method, path: request.path.slice(0, 200), code: error.code };
  record([auditNote(context, 'operation', { action: 'refused', result: 'refused', detail })]).catch(
    () => undefined,
  );
}

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { name, code, type, status } = facts(error);
  if (type === 'entity.too.large') return new AppError('too_large');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return new AppError('unsupported_media');
  if (type === 'entity.parse.failed') return new AppError('bad_input', 'The body is not JSON');
  if (status === 400 || error instanceof URIError) return new AppError('bad_input');
  if (code === 14_031 || code === 'ENOSPC') return new AppError('disk_full', undefined, { cause: error });
  if (storeIsAway(name)) return new AppError('unavailable', undefined, { cause: error });
  return new AppError('internal', undefined, { cause: error });
}

function storeIsAway(name: unknown): boolean {
  return (
    typeof name === 'string' &&
    /^(MongoNetwork|MongoServerSelection|MongoNotConnected|MongoTopologyClosed|MongoPoolCl|MongooseServerSelection)/u.test(
      name,
    )
  );
}

function facts(error: unknown): { name?: unknown; code?: unknown; type?: unknown; status?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}
