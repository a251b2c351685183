const longestWaitMs = 1_500;

/**
 * Brings a field of the open step into sight, at `accountId`'s caret where that is in a text, and lets it light up. The
 * panel may still be on its way: waits a moment for it.
 */
export function revealField(field: string, accountId: string | null, lightUp: boolean): void {
  const endMs = performance.now() + longestWaitMs;
  const look = () => {
    const place = document.querySelector<HTMLElement>(
      `[data-pane='panel'] [data-field='${CSS.escape(field)}']`,
    );
    if (place !== null) show(place, accountId, lightUp);
    else if (performance.now() < endMs) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function show(place: HTMLElement, accountId: string | null, lightUp: boolean): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const caret =
    accountId === null ? null : place.querySelector(`.remote-caret[data-account='${CSS.escape(accountId)}']`);
  (caret ?? place).scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  if (!lightUp) return;
  const ring = { outline: '3px solid var(--dh-accent)', outlineOffset: '2px', borderRadius: '8px' };
  place.animate([ring, { ...ring, outlineColor: 'transparent' }], { duration: 2_400, easing: 'ease-in' });
}
