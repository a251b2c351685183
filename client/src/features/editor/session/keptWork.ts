import { fromBase64, toBase64 } from 'lib0/buffer';

/**
 * Work that had not reached the server when the page was left for the sign-in: kept in this tab only, so nothing of a
 * draft stays behind on a shared desk once the tab is closed.
 */
export const keptWork = {
  put(accountId: string, scriptId: string, update: Uint8Array): void {
    try {
      sessionStorage.setItem(name(accountId, scriptId), toBase64(update));
    } catch {
      return;
    }
  },
  take(accountId: string, scriptId: string): Uint8Array | null {
    const kept = sessionStorage.getItem(name(accountId, scriptId));
    sessionStorage.removeItem(name(accountId, scriptId));
    return kept === null ? null : fromBase64(kept);
  },
};

function name(accountId: string, scriptId: string): string {
  return `daihon.unsent.${accountId}.${scriptId}`;
}

/** A file with what was not sent: readable as a Script document, and exact as a Yjs update. */
export function downloadWork(title: string, script: unknown, update: Uint8Array | null): void {
  const content = { savedAt: new Date().toISOString(), script, update: update && toBase64(update) };
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${title.replaceAll(/[\\/:*?"<>|]/gu, '_') || 'draft'}-unsent.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
