/** The last name of a path; '' for the top. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** '' for a folder at the top. */
export function parentOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at === -1 ? '' : path.slice(0, at);
}

export function joinPath(parent: string, name: string): string {
  return parent === '' ? name : `${parent}/${name}`;
}

/** The folder and those above it, the topmost first; none for ''. */
export function pathsTo(path: string): string[] {
  if (path === '') return [];
  return [...pathsTo(parentOf(path)), path];
}

/** Whether `path` is `folder` or lies below it; everything lies below ''. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** Where `path` stands after the folder `from` has become `to`; itself when it does not lie there. */
export function movedPath(path: string, from: string, to: string): string {
  return isWithin(path, from) ? to + path.slice(from.length) : path;
}
