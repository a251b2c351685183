/** Readable on white and on dark; told apart by most people with colour-vision deficiency. #rrggbb, as editors need it. */
const colours = [
  '#0f766e',
  '#b45309',
  '#1d4ed8',
  '#be185d',
  '#4d7c0f',
  '#7c3aed',
  '#0369a1',
  '#b91c1c',
  '#a16207',
  '#0e7490',
  '#9333ea',
  '#c2410c',
] as const;

/** An account's colour: the same in every room and session. */
export function colourOf(accountId: string): string {
  let hash = 0;
  for (const character of accountId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return colours[hash % colours.length] ?? colours[0];
}
