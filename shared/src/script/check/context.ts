import type { OutcomeCode, Wording } from '../../settings.ts';
import type { PartSignature } from '../partSignature.ts';

/** What is known outside of the script: which scripts exist, which were ever published, what parts declare. Absent: not looked up. */
export interface CheckContext {
  scriptIds?: ReadonlySet<string>;
  publishedIds?: ReadonlySet<string>;
  /** The script itself, to know itself among those it calls. */
  scriptId?: string;
  /** What the scripts that it calls declare. */
  parts?: ReadonlyMap<string, PartSignature>;
  /** The tenant's outcome codes; empty: it has no list. */
  outcomes?: readonly OutcomeCode[];
  /** The hosts that the tenant's embedded pages may come from. */
  pages?: readonly string[];
  /** The tenant's words. */
  wording?: Wording;
}
