import type { CalledScript, ReadFile, WrittenFile } from '@daihon/shared/exchange/assemble';
import type { Script } from '@daihon/shared/script/schema';
import type { FileEncoding, FileFormat } from '@daihon/shared/wire/exchange';

/** A file to be understood. */
export interface ReadJob {
  kind: 'read';
  name: string;
  bytes: Uint8Array;
  language: Script['language'];
  /** Where the file has none; null: its name. */
  title: string | null;
  calls: readonly CalledScript[];
}

/** A script to be written as a file; `language` is that of the table's header. */
export interface WriteJob extends Partial<WrittenFile> {
  kind: 'write';
  format: FileFormat;
  script: Script;
  calls: readonly CalledScript[];
  language: Script['language'];
  encoding: 'utf-8' | 'sjis';
}

export type Job = ReadJob | WriteJob;

export interface ReadReply extends ReadFile {
  /** Null: not told. */
  format: FileFormat | null;
  encoding: FileEncoding | null;
}

export type Reply =
  { ok: true; read: ReadReply } | { ok: true; bytes: Uint8Array } | { ok: false; message: string };
