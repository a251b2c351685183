/** What is not production says so in the header, so that nobody edits the wrong one. Production says nothing. */
export function environmentOf(hostname: string): 'local' | 'development' | null {
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return 'local';
  return /(^|[.-])(dev|develop|staging|stg|test)([.-]|$)/u.test(hostname) ? 'development' : null;
}
