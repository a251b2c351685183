/** After renaming by keyboard the row has the focus again; a click elsewhere has moved it on by then. */
export function focusRowAgain(rowId: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-row="${rowId}"]`)?.focus();
  });
}
