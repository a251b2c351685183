/** Every expected failure of the product: its HTTP status. The code is what programs read, the title is a short English sentence. */
export const errorCatalogue = {
  bad_input: { status: 400, title: 'The request is not understood' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  wrong_credentials: { status: 401, title: 'The login ID or password is wrong' },
  forbidden: { status: 403, title: 'Not allowed' },
  csrf: { status: 403, title: 'The request did not come from the application' },
  address_refused: { status: 403, title: 'Not allowed from this address' },
  not_found: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Someone else was first' },
  too_large: { status: 413, title: 'Too large' },
  unsupported_media: { status: 415, title: 'Only application/json is accepted' },
  check_failed: { status: 422, title: 'The script has errors' },
  throttled: { status: 429, title: 'Too many attempts' },
  internal: { status: 500, title: 'Something went wrong' },
  unavailable: { status: 503, title: 'Not available at the moment' },
  disk_full: { status: 507, title: 'No space left' },
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

export interface FieldProblem {
  /** JSON pointer into the request body. */
  pointer: string;
  detail: string;
}

export interface AppErrorExtras {
  errors?: readonly FieldProblem[];
  retryAfterSeconds?: number;
  /** More members for the problem document, for example `findings` of a refused publish. */
  members?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/** An expected failure: only the edges catch it and turn it into an answer of their protocol. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly extras: AppErrorExtras;

  constructor(code: ErrorCode, detail?: string, extras: AppErrorExtras = {}) {
    super(detail ?? errorCatalogue[code].title, { cause: extras.cause });
    this.name = 'AppError';
    this.code = code;
    this.extras = extras;
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }
}
