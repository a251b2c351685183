/** A spreadsheet runs what begins so as a formula; full-width forms are folded by Japanese editions. */
const dangerous = /^[\s\uFEFF]*[=+\-@\t\r＝＋－＠−]/u;

/** A leading apostrophe makes a cell plain text. One that is there already gets another, so that it can be taken off again. */
export function neutralise(text: string): string {
  return isDangerous(text.replace(/^'+/u, '')) ? `'${text}` : text;
}

/** What `neutralise` was given. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && isDangerous(text.replace(/^'+/u, '')) ? text.slice(1) : text;
}

function isDangerous(text: string): boolean {
  return dangerous.test(text) || /^[\t\r\n]/u.test(text);
}
