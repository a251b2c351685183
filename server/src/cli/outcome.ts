import type { Config } from '../config/env.ts';

/** What a verb has to say: lines for people, one value for programs. */
export interface Outcome {
  /** False: refused or found wanting (exit status 1). */
  well: boolean;
  lines: string[];
  json: unknown;
}

export interface VerbOptions {
  config: Config;
  /** Slug. */
  tenant: string | undefined;
  /** A directory to write into. */
  to: string | undefined;
  /** What stands behind the verb. */
  files: readonly string[];
}

/** The command is not understood: exit status 2. */
export class UsageError extends Error {}
