import type { Request } from 'express';

/** The entity tag that a write asks for; null for none: `*` matches whatever stands, as no header does. */
export function ifMatch(request: Request): string | null {
  const header = request.get('if-match');
  return header === undefined || header === '*' ? null : header;
}
