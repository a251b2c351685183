import { oneLine } from './cells.ts';

/** Parts of one line with a sign between them; the sign in a text of its own has a backslash. */
export function joinParts(parts: readonly string[], separator: string): string {
  const signs = separator.trim();
  return parts.map((part) => escapeSigns(oneLine(part), signs)).join(separator);
}

function escapeSigns(text: string, sign: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(sign, `\\${sign}`);
}

/** The parts of a line, without the space around them. */
export function splitParts(line: string, sign: string): string[] {
  const parts = [''];
  let escape = false;
  for (const char of line) {
    if (escape) {
      append(parts, char === sign || char === '\\' ? char : `\\${char}`);
      escape = false;
    } else if (char === '\\') escape = true;
    else if (char === sign) parts.push('');
    else append(parts, char);
  }
  if (escape) append(parts, '\\');
  return parts.map((part) => part.trim());
}

function append(parts: string[], text: string): void {
  parts[parts.length - 1] = `${parts.at(-1) ?? ''}${text}`;
}
