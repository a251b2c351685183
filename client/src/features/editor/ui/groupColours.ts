/** Colours for groups: told apart from one another and legible as a frame in both schemes. */
export const groupColours = [
  '#0f766e',
  '#1d4ed8',
  '#b45309',
  '#6d28d9',
  '#15803d',
  '#be123c',
  '#0369a1',
  '#475569',
] as const;

/** What a draft holds goes into style sheets, so only a plain colour is taken. */
export function groupColour(colour: string | undefined): string {
  return colour !== undefined && /^#[0-9a-f]{6}$/iu.test(colour) ? colour : '#475569';
}
