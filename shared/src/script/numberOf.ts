/** A number as people type it: `１，２００` is 1200. Null for anything else. */
export function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,、\s]/gu, '');
  if (!/^[-+]?\d+(\.\d+)?$/u.test(plain)) return null;
  return Number(plain);
}
