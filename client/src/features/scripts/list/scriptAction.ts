import type { ScriptSummary } from '@daihon/shared/wire/http';

type AskedOfMany = 'move' | 'labels' | 'owner' | 'review' | 'archive' | 'remove';
type AskedOfOne = 'rename' | 'duplicate' | 'uses' | 'export' | 'withdraw';
export type ManyAction = AskedOfMany | 'unarchive';
export type OneAction = AskedOfOne | 'reviewed';

/** What is done to one script or to all that are selected in a dialog over the list. */
export type AskedAction =
  | { kind: 'create' }
  | { kind: AskedOfMany; scripts: readonly ScriptSummary[] }
  | { kind: AskedOfOne; script: ScriptSummary };

export type ScriptAction =
  | AskedAction
  | { kind: 'unarchive'; scripts: readonly ScriptSummary[] }
  | { kind: 'reviewed'; script: ScriptSummary };
