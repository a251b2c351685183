export const hrefPattern = /^(https:\/\/|mailto:|tel:)/u;
export const hrefLength = 2_000;

/** Whether a script may link there: https, mailto and tel only. Apart from the schemas, as `isKey`. */
export function isSafeHref(href: string): boolean {
  return href.length <= hrefLength && hrefPattern.test(href);
}
