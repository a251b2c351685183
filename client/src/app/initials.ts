/** The first letters of Latin names, the first character (of the family name) of Japanese ones. */
export function initialsOf(name: string): string {
  if (!/^\p{Script=Latin}/u.test(name)) return Array.from(name)[0] ?? '?';
  const words = name.trim().split(/\s+/u);
  return words
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2);
}
