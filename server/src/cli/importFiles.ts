import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { FolderPath } from '@daihon/shared/folder';
import { AppError } from '@daihon/shared/errors';
import type { ImportProblem } from '@daihon/shared/exchange/problem';
import { RunImport } from '@daihon/shared/wire/exchange';
import type { Context, Ports } from '../usecases/context.ts';
import { importScript } from '../usecases/scripts/exchange/importScript.ts';
import { operatorIn, withDrafts } from './openDrafts.ts';
import type { Outcome, VerbOptions } from './outcome.ts';
import { UsageError } from './outcome.ts';

interface Imported {
  file: string;
  /** Null: it was refused. */
  scriptId: string | null;
  title: string;
  problems: readonly string[];
}

/** As the application takes at most. */
const mostBytes = 4 * 1024 * 1024;

/** A new script of a tenant from each file: JSON (of `export` too, with its folder), Markdown, CSV, Excel. One that is refused stops no other. */
export async function importVerb({ tenant: slug, files, config }: VerbOptions): Promise<Outcome> {
  if (files.length === 0) throw new UsageError('Name the files to import');
  const { tenant, context } = await operatorIn(slug);
  const done = await withDrafts(config, async (ports) => {
    const imported: Imported[] = [];
    for (const file of files) imported.push(await importFile(ports, context, file));
    return imported;
  });
  return {
    well: done.every(({ scriptId }) => scriptId !== null),
    lines: done.map(lineOf),
    json: { tenant: tenant.slug, files: done },
  };
}

async function importFile(ports: Ports, context: Context, file: string): Promise<Imported> {
  const nothing: Imported = { file, scriptId: null, title: '', problems: [] };
  try {
    if ((await stat(file)).size > mostBytes) return { ...nothing, problems: ['too_large'] };
    const bytes = await readFile(file);
    const folder = folderOf(bytes);
    const ask = RunImport.parse({
      name: basename(file).slice(-255),
      base64: bytes.toString('base64'),
      ...(folder === null ? {} : { folder }),
    });
    const { summary } = await importScript(ports, context, ask, null);
    return { ...nothing, scriptId: summary.id, title: summary.title };
  } catch (error) {
    return { ...nothing, problems: reasonsOf(error) };
  }
}

const TakenOut = z.looseObject({ folder: FolderPath, script: z.looseObject({}) });

/** Where a file of `export` stood; null for any other. */
function folderOf(bytes: Buffer): string | null {
  try {
    return TakenOut.parse(JSON.parse(bytes.toString('utf8'))).folder;
  } catch {
    return null;
  }
}

function reasonsOf(error: unknown): string[] {
  if (!(error instanceof AppError)) return [error instanceof Error ? error.message : String(error)];
  const { problems } = error.extras.members ?? {};
  if (!Array.isArray(problems)) return [error.message];
  return (problems as ImportProblem[])
    .filter(({ severity }) => severity === 'error')
    .map(({ code, line, column }) =>
      [code, ...(line === null ? [] : [`line ${line}`]), ...(column === null ? [] : [column])].join(' '),
    );
}

function lineOf({ file, scriptId, title, problems }: Imported): string {
  return scriptId === null ? `${file}: REFUSED (${problems.join('; ')})` : `${file}: ${scriptId} ${title}`;
}
