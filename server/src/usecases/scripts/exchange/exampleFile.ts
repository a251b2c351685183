import { exampleOutlines } from '@daihon/shared/exchange/example';
import type { Script } from '@daihon/shared/script/schema';
import type { FileFormat } from '@daihon/shared/wire/exchange';
import { readFileApart, writeFileApart } from '../../../files/convert.ts';
import { authorise } from '../../authorise.ts';
import type { Context } from '../../context.ts';
import type { ExportedFile } from './exportScript.ts';

/** A small script to fill in one's own from, in the form of a person: no ids. */
export async function exampleFile(
  context: Context,
  { format, language }: { format: Exclude<FileFormat, 'json'>; language: Script['language'] },
): Promise<ExportedFile> {
  authorise(context.actor, 'script.edit');
  const outline = exampleOutlines[language];
  const name = `daihon-example-${language}`;
  if (format === 'markdown')
    return { name: `${name}.md`, type: 'text/markdown; charset=utf-8', bytes: Buffer.from(outline) };
  const { script } = await readFileApart({
    kind: 'read',
    name: 'example.md',
    bytes: Buffer.from(outline),
    language,
    title: null,
    calls: [],
  });
  if (script === null) throw new Error('the example cannot be read');
  const bytes = await writeFileApart({
    kind: 'write',
    format,
    script,
    calls: [],
    language,
    encoding: 'utf-8',
  });
  const type =
    format === 'csv'
      ? 'text/csv; charset=utf-8'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: `${name}.${format}`, type, bytes };
}
