/** Which call this tab is on, per account and script: survives a reload, a crash and a sign-out, and ends with the tab. */
export const tabCall = {
  get: (accountId: string, scriptId: string): string | null =>
    attempt(() => sessionStorage.getItem(key(accountId, scriptId))),
  set: (accountId: string, scriptId: string, callId: string): void =>
    void attempt(() => sessionStorage.setItem(key(accountId, scriptId), callId)),
  clear: (accountId: string, scriptId: string): void =>
    void attempt(() => sessionStorage.removeItem(key(accountId, scriptId))),
};

function key(accountId: string, scriptId: string): string {
  return `daihon.tabCall.${accountId}.${scriptId}`;
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
