import type { Wording } from '../../settings.ts';

/** What is known outside of the script: which scripts exist, and which were ever published. Absent: not looked up. */
export interface CheckContext {
  scriptIds?: ReadonlySet<string>;
  publishedIds?: ReadonlySet<string>;
  /** The tenant's words. */
  wording?: Wording;
}
