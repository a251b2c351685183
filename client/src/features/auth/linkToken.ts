/** The one-time token of an invitation or set-up link. It stands behind `#`, so it never reaches a server's log. */
export function linkToken(): string {
  return location.hash.slice(1);
}
