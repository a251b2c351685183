import type { Finding } from '@daihon/shared/version';

/** A zod schema, or anything else that turns unknown into T or throws. */
export interface Parser<T> {
  parse(value: unknown): T;
}

export interface FieldError {
  pointer: string;
  detail: string;
}

/** The server's refusal (RFC 9457), or `status: 0` when it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  /** One of shared/errors.ts, or `network`. */
  readonly code: string;
  readonly detail: string;
  readonly findings: readonly Finding[];
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds: number | null;
  /** Everything that the answer holds, for what only one caller asks about. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(facts: {
    status: number;
    code: string;
    detail: string;
    findings?: readonly Finding[];
    errors?: readonly FieldError[];
    retryAfterSeconds?: number | null;
    members?: Readonly<Record<string, unknown>>;
  }) {
    super(facts.detail);
    this.name = 'ApiProblem';
    this.status = facts.status;
    this.code = facts.code;
    this.detail = facts.detail;
    this.findings = facts.findings ?? [];
    this.errors = facts.errors ?? [];
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
    this.members = facts.members ?? {};
  }
}

/**
 * The application's own API. Every call throws `ApiProblem`. Without a schema the answer is believed as the type the
 * caller names: it comes from our own server over our own contract, and the agent's bundle stays free of validators.
 */
export const api = {
  get: <T>(path: string, schema?: Parser<T>) => send('GET', path, undefined, schema),
  /** `ifMatch`: only over what carries this tag. */
  post: <T = undefined>(path: string, body?: unknown, schema?: Parser<T>, ifMatch?: string) =>
    send('POST', path, body, schema, ifMatch),
  patch: <T = undefined>(path: string, body: unknown, schema?: Parser<T>, ifMatch?: string) =>
    send('PATCH', path, body, schema, ifMatch),
  /** A file, with the name that the server gives it. Without a body it is asked for by GET. */
  download: (path: string, body?: unknown) => download(path, body),
  del: <T = undefined>(path: string, body?: unknown, schema?: Parser<T>, ifMatch?: string) =>
    send('DELETE', path, body, schema, ifMatch),
};

/** The token that writes carry; known after sign-in. */
export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Called for each 401 that is not a wrong password: the session is over, wherever that was noticed. */
export function onUnauthenticated(listener: () => void): void {
  unauthenticated = listener;
}

let csrfToken: string | null = null;
let unauthenticated: () => void = () => undefined;

async function download(path: string, body: unknown): Promise<{ blob: Blob; name: string }> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (csrfToken !== null && body !== undefined) headers['x-csrf-token'] = csrfToken;
  const response = await reach(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw refuse(response, await readJson(response));
  const encoded = /filename\*=UTF-8''([^;]+)/u.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return {
    blob: await response.blob(),
    name: encoded === undefined ? 'daihon' : decodeURIComponent(encoded),
  };
}

async function send<T>(
  method: string,
  path: string,
  body: unknown,
  schema: Parser<T> | undefined,
  ifMatch?: string,
): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (csrfToken !== null && method !== 'GET') headers['x-csrf-token'] = csrfToken;
  if (ifMatch !== undefined) headers['if-match'] = ifMatch;
  const response = await reach(path, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const value = await readJson(response);
  if (!response.ok) throw refuse(response, value);
  return schema === undefined ? (value as T) : schema.parse(value);
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw new ApiProblem({ status: 0, code: 'network', detail: 'The server cannot be reached' });
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function refuse(response: Response, value: unknown): ApiProblem {
  const facts = isRecord(value) ? value : {};
  const code = typeof facts.code === 'string' ? facts.code : `http_${response.status}`;
  if (response.status === 401 && code !== 'wrong_credentials') unauthenticated();
  return new ApiProblem({
    status: response.status,
    code,
    detail: typeof facts.detail === 'string' ? facts.detail : response.statusText,
    findings: Array.isArray(facts.findings) ? (facts.findings as Finding[]) : [],
    errors: Array.isArray(facts.errors) ? (facts.errors as FieldError[]) : [],
    retryAfterSeconds: retryAfter(response.headers.get('retry-after')),
    members: facts,
  });
}

function retryAfter(header: string | null): number | null {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
