import { demoPassword } from './server.ts';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

/** One person's HTTP client: keeps the cookie and sends the CSRF token and the application's origin. */
export interface Client {
  url: string;
  cookie: string;
  account: { id: string; loginId: string; name: string; role: string };
  request<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  get<T = unknown>(path: string): Promise<Answer<T>>;
  post<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>;
  patch<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>;
  del(path: string): Promise<Answer>;
}

/** Signs in over HTTP as one of the demo accounts, for example `sv1@sakura.example`. */
export async function signIn(url: string, loginId: string, password = demoPassword): Promise<Client> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ loginId, password }),
  });
  if (response.status !== 200)
    throw new Error(`sign-in of ${loginId}: ${response.status} ${await response.text()}`);
  const session = (await response.json()) as { account: Client['account']; csrfToken: string };
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return clientOf(url, cookie, session.csrfToken, session.account);
}

function clientOf(url: string, cookie: string, csrfToken: string, account: Client['account']): Client {
  const request: Client['request'] = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        cookie,
        origin: url,
        'x-csrf-token': csrfToken,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (json ? JSON.parse(text) : text) as T,
    };
  };
  return {
    url,
    cookie,
    account,
    request,
    get: (path) => request('GET', path),
    post: (path, body) => request('POST', path, body ?? {}),
    patch: (path, body) => request('PATCH', path, body ?? {}),
    del: (path) => request('DELETE', path),
  };
}
