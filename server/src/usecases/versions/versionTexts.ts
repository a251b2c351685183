import { readVersionText } from '../../store/versions.ts';
import type { VersionRecord } from '../../store/versions.ts';

/** A version as it is sent: the script as JSON text. */
export interface VersionText {
  version: VersionRecord;
  script: string;
}

/** Characters of script text that are kept at most; a text takes up to two bytes a character. */
const keptChars = 16_000_000;

const kept = new Map<string, { asked: Promise<VersionText | null>; chars: number }>();
let chars = 0;

/**
 * A version's text, opened once for all who ask: thousands of agents do so within one second. It never changes, so what is kept is
 * always right; who may read it is asked before, each time. What was not asked for longest goes first.
 */
export async function versionText(
  tenantId: string,
  scriptId: string,
  number: number,
): Promise<VersionText | null> {
  const key = JSON.stringify([tenantId, scriptId, number]);
  const known = kept.get(key);
  if (known !== undefined) {
    kept.delete(key);
    kept.set(key, known);
    return known.asked;
  }
  const entry = { asked: readVersionText(tenantId, scriptId, number), chars: 0 };
  kept.set(key, entry);
  const found = await entry.asked.catch(() => null);
  if (kept.get(key) !== entry) return entry.asked;
  if (found === null) kept.delete(key);
  else {
    entry.chars = found.script.length;
    chars += entry.chars;
    makeRoom();
  }
  return entry.asked;
}

function makeRoom(): void {
  for (const [key, entry] of kept) {
    if (chars <= keptChars) return;
    kept.delete(key);
    chars -= entry.chars;
  }
}
