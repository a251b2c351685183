import type { ExportScript, FileFormat, PrintView } from '@daihon/shared/wire/exchange';
import { writeFileApart } from '../../../files/convert.ts';
import { now } from '../../../platform/clock.ts';
import { findTenant } from '../../../store/tenants.ts';
import type { Context, Ports } from '../../context.ts';
import { calledScripts } from './calledScripts.ts';
import { takeOut } from './exportable.ts';

export interface ExportedFile {
  /** Without a path, with its extension; of any script. */
  name: string;
  type: string;
  bytes: Buffer;
}

const types: Record<FileFormat, { type: string; extension: string }> = {
  json: { type: 'application/json; charset=utf-8', extension: 'json' },
  markdown: { type: 'text/markdown; charset=utf-8', extension: 'md' },
  csv: { type: 'text/csv', extension: 'csv' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
};

/** The draft or a version as a file. Throws as `takeOut`. */
export async function exportScript(
  ports: Ports,
  context: Context,
  scriptId: string,
  ask: ExportScript & { format: FileFormat },
): Promise<ExportedFile> {
  const { script, version, record, examplesLeftOut } = await takeOut(ports, context, scriptId, ask);
  const { format, language, encoding } = ask;
  const calls = await calledScripts(ports, context.actor.tenantId);
  const bytes = await writeFileApart({
    kind: 'write',
    format,
    script,
    calls,
    language,
    encoding,
    examplesLeftOut,
  });
  const { type, extension } = types[format];
  const charset = format !== 'csv' ? '' : `; charset=${encoding === 'sjis' ? 'Shift_JIS' : 'utf-8'}`;
  const title = script.title === '' ? record.title : script.title;
  const suffix = version === null ? '' : `-v${version.number}`;
  return { name: `${fileName(title)}${suffix}.${extension}`, type: `${type}${charset}`, bytes };
}

/** The draft or a version as a page prints it. Throws as `takeOut`. */
export async function printScript(
  ports: Ports,
  context: Context,
  scriptId: string,
  ask: ExportScript,
): Promise<PrintView> {
  const { script, version, record } = await takeOut(ports, context, scriptId, ask);
  const calls = await calledScripts(ports, context.actor.tenantId);
  const called = new Set(script.steps.flatMap(({ jump }) => (jump === null ? [] : [jump.scriptId])));
  const tenant = await findTenant(context.actor.tenantId);
  return {
    scriptId,
    script,
    version:
      version === null
        ? null
        : {
            number: version.number,
            hash: version.hash,
            author: version.author.name,
            note: version.note,
            publishedAt: version.publishedAt.toISOString(),
          },
    labels: record.labels,
    folder: record.folder,
    printedAt: now().toISOString(),
    printedBy: context.actor.name,
    tenant: tenant?.name ?? '',
    calls: Object.fromEntries(calls.filter(({ id }) => called.has(id)).map(({ id, title }) => [id, title])),
  };
}

/** A title without what file systems refuse, and without signs that turn the direction of reading. */
function fileName(title: string): string {
  const plain = title
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\\/:*?"<>|\s]+/gu, ' ')
    .replaceAll(/^[\s.]+|[\s.]+$/gu, '');
  const short = Array.from(plain).slice(0, 80).join('').trim();
  return short === '' ? 'script' : short;
}
