import { z } from 'zod';
import type { ImportProblem } from '../exchange/problem.ts';
import type { Script } from '../script/schema.ts';
import type { Finding, StepDiff } from '../version.ts';
import type { ScriptSummary } from './http.ts';

export const FileFormat = z.enum(['json', 'markdown', 'csv', 'xlsx']);
export type FileFormat = z.infer<typeof FileFormat>;

export const FileEncoding = z.enum(['utf-8', 'shift_jis', 'utf-16']);
export type FileEncoding = z.infer<typeof FileEncoding>;

const fileShape = {
  /** Of the file; empty for pasted text. */
  name: z.string().max(255).default(''),
  /** Pasted text. */
  text: z.string().optional(),
  /** The bytes of a file, in base64. */
  base64: z
    .string()
    .regex(/^[A-Za-z0-9+/]*={0,2}$/u)
    .optional(),
  /** Where the file does not say one. */
  language: z.enum(['ja', 'en']).default('ja'),
  /** Takes the place of this script's draft; absent: a new script. */
  scriptId: z.string().max(64).optional(),
};

const oneSource = { message: 'either text or base64' };
const hasOneSource = ({
  text,
  base64,
}: {
  text?: string | undefined;
  base64?: string | undefined;
}): boolean => (text === undefined) !== (base64 === undefined);

/** A file to look at. Nothing is written. */
export const PreviewImport = z.strictObject(fileShape).refine(hasOneSource, oneSource);
export type PreviewImport = z.infer<typeof PreviewImport>;

/** The same file, to be made into a script. `skip`: rows with errors are left out knowingly. */
export const RunImport = z
  .strictObject({
    ...fileShape,
    title: z.string().trim().min(1).max(200).optional(),
    folder: z.string().max(200).optional(),
    skip: z.boolean().default(false),
  })
  .refine(hasOneSource, oneSource);
export type RunImport = z.infer<typeof RunImport>;

/** What a file would become. */
export interface ImportPreview {
  format: FileFormat | null;
  encoding: FileEncoding | null;
  /** Null: nothing can be made of it. Rows with errors are left out of it. */
  script: Script | null;
  problems: readonly ImportProblem[];
  /** What would have to be mended before it is published. */
  findings: readonly Finding[];
  /** Against the draft whose place it takes, step by step; null for a new script. */
  changes: readonly StepDiff[] | null;
  /** That draft as it was looked at: `tag` goes into `If-Match`, `editors` have it open too. Null for a new script. */
  draft: { tag: string; editors: readonly string[] } | null;
}

/** How a draft stands that has changed since it was looked at: by whom, and who else is in it. */
export const DraftStanding = z.object({ changedBy: z.array(z.string()), editors: z.array(z.string()) });
export type DraftStanding = z.infer<typeof DraftStanding>;

/** What an import answers with: a new script has nothing to take back. */
export interface ImportMade extends ScriptSummary {
  importId: string | null;
}

/** A file that took the place of a draft, and whether that was taken back. */
export interface DraftImport {
  id: string;
  scriptId: string;
  /** The name of the file; empty for pasted text. */
  file: string;
  at: string;
  by: string;
  takenBack: { at: string; by: string } | null;
}

/** `kept`: the names of what was changed since and therefore stayed. */
export interface UndoneImport extends DraftImport {
  kept: readonly string[];
}

export const ExportFormat = z.enum([...FileFormat.options, 'print']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const ExportScript = z.strictObject({
  format: ExportFormat,
  /** Absent: the draft. */
  version: z.number().int().positive().optional(),
  /** Of a CSV. */
  encoding: z.enum(['utf-8', 'sjis']).default('utf-8'),
  /** Of a table's header. */
  language: z.enum(['ja', 'en']).default('ja'),
  /** Whether the examples of placeholders go along; left out by default where the script holds personal data. */
  samples: z.boolean().optional(),
  /** Asked for where a label says 秘, and for samples where one says 個人情報含む. */
  reason: z.string().trim().max(500).default(''),
});
export type ExportScript = z.infer<typeof ExportScript>;

/** What a page needs to print a script. */
export interface PrintView {
  scriptId: string;
  script: Script;
  /** Null: the draft. */
  version: { number: number; hash: string; author: string; note: string; publishedAt: string } | null;
  labels: readonly string[];
  folder: string;
  printedAt: string;
  printedBy: string;
  tenant: string;
  /** The titles of the scripts that it calls, by id. */
  calls: Readonly<Record<string, string>>;
}
