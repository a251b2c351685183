import { writeMarkdown } from '@daihon/shared/exchange/markdown/writeMarkdown';
import { writeTable } from '@daihon/shared/exchange/table/writeTable';
import { writeCsv } from './csv.ts';
import type { WriteJob } from './protocol.ts';
import { writeXlsx } from './xlsx.ts';

/** The bytes of the file. */
export async function writeFile({
  format,
  script,
  calls,
  language,
  encoding,
  examplesLeftOut = false,
}: WriteJob): Promise<Uint8Array> {
  const says = { examplesLeftOut };
  switch (format) {
    case 'json':
      return Buffer.from(`${JSON.stringify(examplesLeftOut ? { ...script, ...says } : script, null, 2)}\n`);
    case 'markdown':
      return Buffer.from(writeMarkdown(script, calls, says));
    case 'csv':
      return writeCsv(writeTable(script, calls, language, says), encoding);
    case 'xlsx':
      return writeXlsx(writeTable(script, calls, language, says), language === 'ja' ? '台本' : 'Script');
  }
}
