import { z } from 'zod';
import { FolderPath } from '../folder.ts';
import { textParts } from '../script/find/texts.ts';
import type { TextPart } from '../script/find/texts.ts';
import type { PresenceUser } from './collab.ts';

/** A script whose text a search has found, with the first lines of it. */
export interface FoundScript {
  id: string;
  title: string;
  /** How many lines were found in all. */
  count: number;
  lines: FoundLine[];
}

export interface FoundLine {
  part: TextPart;
  stepId: string | null;
  stepTitle: string;
  excerpt: string;
  /** Not in the draft any more: only agents still read it. */
  publishedOnly: boolean;
}

/** What the list shows of each script beside its metadata: who is in its draft now, what its check says, and how much it is used. */
export interface ScriptStatus {
  id: string;
  editors: PresenceUser[];
  errors: number;
  warnings: number;
  /** How many scripts call it. */
  usedBy: number;
  /** Calls that agents began on it today and on the six days before, in the tenant's days. */
  callsInWeek: number;
}

/** A script that calls another one, with the steps that do. */
export interface ScriptUse {
  scriptId: string;
  title: string;
  state: string;
  /** Steps of the draft, and of the current version. */
  draft: { stepId: string; title: string }[];
  published: { stepId: string; title: string }[];
}

/** Find and replace over scripts (SPEC 7): differences between capital and small letters, widths and kana count where said. */
export const ReplaceQuery = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(200)
    .refine((text) => !/[\n\r]/u.test(text), { error: 'must be one line' }),
  case: z.boolean().default(false),
  width: z.boolean().default(false),
  kana: z.boolean().default(true),
});
export type ReplaceQuery = z.infer<typeof ReplaceQuery>;

const ReplacementText = z
  .string()
  .max(500)
  .refine((text) => !/[\n\r]/u.test(text), { error: 'must be one line' });

/** Where to look: in one folder and below, or in these scripts; everywhere when neither is given. */
export const ReplaceScope = z.strictObject({
  folder: FolderPath.optional(),
  scriptIds: z.array(z.string().max(64)).max(1_000).optional(),
});
export type ReplaceScope = z.infer<typeof ReplaceScope>;

export const FindAsk = z.strictObject({
  query: ReplaceQuery,
  parts: z.array(z.enum(textParts)).min(1).max(textParts.length),
  scope: ReplaceScope,
  /** Given: what already reads so is no hit. */
  text: ReplacementText.nullable().default(null),
});
export type FindAsk = z.infer<typeof FindAsk>;

/** One place: its text before, and which stretch of it was found. */
export interface FoundHit {
  id: string;
  part: TextPart;
  stepId: string | null;
  stepTitle: string;
  text: string;
  from: number;
  to: number;
}

export interface FoundHits {
  scripts: { id: string; title: string; folder: string; editors: string[]; hits: FoundHit[] }[];
  total: number;
  /** Not all of them are listed. */
  cut: boolean;
}

export const ReplaceAsk = z.strictObject({
  query: ReplaceQuery,
  text: ReplacementText,
  scripts: z
    .array(
      z.strictObject({
        id: z.string().max(64),
        hitIds: z.array(z.string().max(40)).min(1).max(5_000),
      }),
    )
    .min(1)
    .max(400),
});
export type ReplaceAsk = z.infer<typeof ReplaceAsk>;

/** What became of one script in a replacement. */
export interface ReplacedScript {
  /** Null: nothing was replaced, so there is nothing to take back. */
  id: string | null;
  scriptId: string;
  title: string;
  replaced: number;
  /** Passed over: changed since the preview, or it would have become too long. */
  changed: number;
  tooLong: number;
  /** The draft could not be loaded, or is gone. */
  failed: boolean;
  takenBack: { at: string; by: string; lost: number } | null;
}

export interface ReplaceRun {
  id: string;
  query: string;
  text: string;
  at: string;
  by: string;
  scripts: ReplacedScript[];
}
