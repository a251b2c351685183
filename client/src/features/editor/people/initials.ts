/** The family name's first character for Japanese names, two letters for Latin ones. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  if (!/^\p{Script=Latin}/u.test(name)) return Array.from(name)[0] ?? '?';
  return words
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2);
}
