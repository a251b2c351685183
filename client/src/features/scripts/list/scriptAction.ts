import type { ScriptSummary } from '@daihon/shared/wire/http';

/** What is done to one script or to all that are selected, in a dialog over the list. */
export type ManyAction = 'move' | 'labels' | 'owner' | 'review' | 'archive' | 'unarchive' | 'remove';
export type OneAction = 'rename' | 'duplicate' | 'uses' | 'reviewed' | 'export';

export type ScriptAction =
  | { kind: 'create' }
  | { kind: ManyAction; scripts: readonly ScriptSummary[] }
  | { kind: OneAction; script: ScriptSummary };
