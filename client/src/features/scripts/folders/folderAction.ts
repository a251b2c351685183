/** The dialog that stands open about folders. */
export type FolderAction =
  { kind: 'create'; parent: string } | { kind: 'rename' | 'move' | 'remove'; path: string };
