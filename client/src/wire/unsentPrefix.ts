/** Before the keys of unsent work in the tab's session storage. Apart, so that a page can look for some without what handles it. */
export const unsentPrefix = 'daihon.unsent.';
