import type { RequestHandler } from 'express';
import express from 'express';
import { AppError } from '@daihon/shared/errors';
import type { Limits } from '@daihon/shared/limits';

/** Parses JSON bodies up to the limits of size and depth. No compressed bodies: a small one could become a large one. */
export function jsonBody(limits: Limits): RequestHandler[] {
  return [
    express.json({ limit: limits.jsonBodyBytes, inflate: false, strict: true, type: 'application/json' }),
    (request, _response, next) => {
      if (deeperThan(request.body, limits.jsonDepth)) throw new AppError('bad_input', 'Nested too deeply');
      next();
    },
  ];
}

/** Level by level, without recursion: the depth is the attacker's choice. */
function deeperThan(value: unknown, limit: number): boolean {
  let level: object[] = isObject(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((each) => Object.values(each).filter(isObject));
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
