import type { HeldWay } from '@daihon/shared/script/outgoing/holdBack';
import type { Finding, VersionDiff } from '@daihon/shared/version';
import type { ScriptUse } from '@daihon/shared/wire/library';
import type { Language } from '../../../app/preferences.ts';
import { api } from '../../../wire/http.ts';

/** The draft against the current version: what the publish dialog shows. */
export interface Changes {
  base: number | null;
  /** The steps of the current version. */
  published: string[];
  diff: VersionDiff;
  /** Names what would go out. */
  state: string;
  heldWays: HeldWay[];
  findings: Finding[];
  /** `stepAts`: when each of `stepIds` was last changed. */
  authors: { accountId: string; name: string; stepIds: string[]; stepAts: string[]; at: string }[];
  /** Agents in a call on this script now. */
  running: { calls: number; onChangedSteps: number };
  /** Agents who are told of it, and how many of them are connected. */
  reach: { agents: number; connected: number };
  /** Scripts that call this one. */
  affects: ScriptUse[];
}

export function changesQuery(scriptId: string, language: Language) {
  return {
    queryKey: ['changes', scriptId, language],
    queryFn: () =>
      api.get<Changes>(`/api/scripts/${encodeURIComponent(scriptId)}/changes?language=${language}`),
  };
}
