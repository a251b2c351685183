/** `customer.name` and the like: letters, digits and underscores, parts joined by dots, at most 64 characters. */
export const keyPattern = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/u;
export const keyLength = 64;

/** Apart from the schemas, so that pages which only read scripts need no schema library. */
export function isKey(text: string): boolean {
  return text.length <= keyLength && keyPattern.test(text);
}
