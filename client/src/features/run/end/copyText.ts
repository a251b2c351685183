/** Whether the text is on the clipboard now. Browsers refuse without a user's gesture or on plain http. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
