import type { ScriptSummary } from '@daihon/shared/wire/http';

/** The dialog that stands open over the list. */
export type ScriptAction = { kind: 'create' } | { kind: 'labels' | 'remove'; script: ScriptSummary };
