/** What a verb has to say: lines for people, one value for programs. */
export interface Outcome {
  /** False: refused or found wanting (exit status 1). */
  well: boolean;
  lines: string[];
  json: unknown;
}

export interface VerbOptions {
  /** Slug. */
  tenant: string | undefined;
}
