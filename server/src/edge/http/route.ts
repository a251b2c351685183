import { AppError } from '@daihon/shared/errors';
import type { Request, RequestHandler, Response } from 'express';
import type { ZodType } from 'zod';
import type { Context } from '../../usecases/context.ts';
import { contextOf } from './requestContext.ts';

export interface RouteInput {
  context: Context;
  request: Request;
  response: Response;
}

/**
 * A route for the signed-in: hands in the context and answers with what `handler` returns, as JSON (nothing: 204). Set another
 * status by `response.status(201)`; a handler that has answered by itself returns undefined. What it throws becomes a problem document.
 */
export function route(handler: (input: RouteInput) => Promise<unknown>): RequestHandler {
  return async (request, response) => {
    const context = contextOf(request);
    if (context === null) throw new AppError('unauthenticated');
    answer(response, await handler({ context, request, response }));
  };
}

/** A route for anyone. */
export function openRoute(
  handler: (request: Request, response: Response) => Promise<unknown>,
): RequestHandler {
  return async (request, response) => {
    answer(response, await handler(request, response));
  };
}

/** The parsed value; throws `bad_input` with a JSON pointer per wrong field. */
export function parse<T>(schema: ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError('bad_input', undefined, {
    errors: result.error.issues.map((issue) => ({ pointer: pointerOf(issue.path), detail: issue.message })),
  });
}

/** A route parameter as one string; express types them loosely. Throws `not_found` for what can be no id. */
export function parameter(request: Request, name: string): string {
  const value: unknown = request.params[name];
  if (typeof value !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/u.test(value)) throw new AppError('not_found');
  return value;
}

function answer(response: Response, body: unknown): void {
  if (response.headersSent || response.writableEnded) return;
  if (body === undefined) response.status(204).end();
  else response.json(body);
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
