import type { Reader } from '@daihon/shared/script/diff/voice';
import { callsOf } from '@daihon/shared/script/partSignature';
import type { Script } from '@daihon/shared/script/schema';
import { findScriptTitles } from '../store/scriptLists.ts';

/** Who reads the difference of `scripts`: with the titles of the scripts that these call. Null without a language: as stored. */
export async function diffReader(
  tenantId: string,
  language: Reader['language'] | null,
  scripts: readonly (Script | null)[],
): Promise<Reader | null> {
  if (language === null) return null;
  const called = scripts.flatMap((script) => (script === null ? [] : callsOf(script)));
  if (called.length === 0) return { language };
  return { language, scriptTitles: await findScriptTitles(tenantId, called) };
}
