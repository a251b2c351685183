/** Only a path of this application; anything else (`//other.example`) would let a link lead away after sign-in. */
export function safeReturnPath(next: string | null): string | null {
  return next !== null && /^\/(?![/\\])/u.test(next) ? next : null;
}
