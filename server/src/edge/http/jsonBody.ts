import type { RequestHandler } from 'express';
import express from 'express';
import { AppError } from '@daihon/shared/errors';
import type { Limits } from '@daihon/shared/limits';
import { deeperThan } from '../../platform/depth.ts';

/** Parses JSON bodies up to the limits of size and depth. No compressed bodies: a small one could become a large one. */
export function jsonBody(limits: Limits): RequestHandler[] {
  const parser = (limit: number): RequestHandler =>
    express.json({ limit, inflate: false, strict: true, type: 'application/json' });
  const [usual, files] = [parser(limits.jsonBodyBytes), parser(limits.importBodyBytes)];
  return [
    (request, response, next) => {
      const parse = /^\/imports(?:\/|$)/u.test(request.path) ? files : usual;
      parse(request, response, next);
    },
    (request, _response, next) => {
      if (deeperThan(request.body, limits.jsonDepth)) throw new AppError('bad_input', 'Nested too deeply');
      next();
    },
  ];
}
