/** A text with gaps for what will be filled in: nobody reads a key out. An excerpt may end inside of one. */
export function withoutKeys(text: string): string {
  return text.replace(/(?:\{\{|｛｛)[^}｝]*(?:\}\}|｝｝|$)/gu, '＿＿');
}
