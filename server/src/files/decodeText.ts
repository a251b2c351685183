import iconv from 'iconv-lite';
import type { FileEncoding } from '@daihon/shared/wire/exchange';

export interface DecodedText {
  text: string;
  encoding: FileEncoding;
}

/**
 * The text of a file: by its byte order mark, else UTF-8 when it is valid, else Shift_JIS as Japanese Windows writes it. Null when it is
 * none of these.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return utf16('utf-16be', bytes);
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== null) return sound(utf8) ? { text: utf8, encoding: 'utf-8' } : null;
  const sjis = iconv.decode(Buffer.from(bytes), 'windows-31j');
  return sjis.includes('\uFFFD') || !sound(sjis) ? null : { text: sjis, encoding: 'shift_jis' };
}

function utf16(label: 'utf-16le' | 'utf-16be', bytes: Uint8Array): DecodedText | null {
  const text = strict(label, bytes);
  return text === null || !sound(text) ? null : { text, encoding: 'utf-16' };
}

function strict(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A text holds no control signs but tabs and line ends: with them it is some other kind of file. */
function sound(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return !/[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F]/u.test(text);
}
