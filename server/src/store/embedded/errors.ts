import type { Doc } from './bson/value.ts';

/** A refusal in MongoDB's own terms: it becomes `ok: 0` or an entry of `writeErrors`. */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly extra: Doc;
  constructor(code: number, codeName: string, message: string, extra: Doc = {}) {
    super(message);
    this.code = code;
    this.codeName = codeName;
    this.extra = extra;
  }
}

/** What is outside the closed list of docs/EMBEDDED_STORE.md is refused by name, never approximated. */
export function notSupported(what: string): CommandError {
  return new CommandError(
    238,
    'NotImplemented',
    `The embedded store does not support ${what}. Set MONGODB_URI to use a MongoDB server instead.`,
  );
}

export function badValue(message: string): CommandError {
  return new CommandError(2, 'BadValue', message);
}

export function failedToParse(message: string): CommandError {
  return new CommandError(9, 'FailedToParse', message);
}

export function typeMismatch(message: string): CommandError {
  return new CommandError(14, 'TypeMismatch', message);
}
