import { hash, verify } from '@node-rs/argon2';
import { AppError } from '@daihon/shared/errors';

const PARALLEL = 2;
const MAX_WAITING = 500;
/** argon2id, 64 MiB, three passes, one lane; the package's enum cannot be imported as a value here. */
const options = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const MIN_CODE_POINTS = 12;
const MAX_CODE_POINTS = 128;

let running = 0;
const waiting: (() => void)[] = [];

/** Throws `bad_input` for a password shorter than 12 or longer than 128 code points. */
export async function hashPassword(password: string): Promise<string> {
  const text = password.normalize('NFC');
  const length = Array.from(text).length;
  if (length < MIN_CODE_POINTS || length > MAX_CODE_POINTS) {
    throw new AppError('bad_input', undefined, {
      errors: [{ pointer: '/password', detail: 'must have 12 to 128 characters' }],
    });
  }
  return inPool(() => hash(text, options));
}

/** Takes the same time for an account that is unknown or has no password (`stored` null) as for a wrong password. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const text = password.normalize('NFC');
  const against = stored ?? (await decoy());
  const matches = await inPool(() => verify(against, text, options));
  return matches && stored !== null;
}

let decoyHash: Promise<string> | null = null;

/** Made ahead by the server at start, so that not even the first unknown account takes longer. */
export function decoy(): Promise<string> {
  decoyHash ??= inPool(() => hash('no account has this password', options));
  return decoyHash;
}

/** A few at once: each takes 64 MiB and a whole core. Throws `throttled` when too many wait. */
async function inPool<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MAX_WAITING) throw new AppError('throttled', undefined, { retryAfterSeconds: 5 });
  if (running >= PARALLEL) {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
