import { isWithin } from '@daihon/shared/folderPath';
import type { FolderView } from '@daihon/shared/folder';
import { AppError } from '@daihon/shared/errors';
import { record } from '../../store/auditLog.ts';
import { addFolder, beginMove, removeFolders } from '../../store/folders.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { finishFolderMove } from './finishFolderMove.ts';
import { readTree } from './listFolders.ts';

/** Makes an empty folder, and those above it. Throws `conflict` when it is there already. */
export async function createFolder(context: Context, path: string): Promise<FolderView[]> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'folder.manage');
  if ((await readTree(tenantId)).some((folder) => folder.path === path)) throw exists();
  await addFolder(tenantId, path);
  await note(context, 'folder.create', path, {});
  return readTree(tenantId);
}

/**
 * Renames a folder or moves it elsewhere, with everything in it. Throws `not_found` for a folder that is none, `conflict` when
 * there is one at `to`, when `to` lies in the folder itself, or when another folder is on its way.
 */
export async function moveFolder(context: Context, from: string, to: string): Promise<FolderView[]> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'folder.manage');
  const tree = await readTree(tenantId);
  if (!tree.some(({ path }) => path === from)) throw new AppError('not_found');
  if (isWithin(to, from)) throw new AppError('conflict', 'A folder cannot lie in itself');
  if (tree.some(({ path }) => path === to)) throw exists();
  if (!(await beginMove(tenantId, { from, to }))) {
    await finishFolderMove(tenantId);
    throw new AppError('conflict', 'Another folder is being moved');
  }
  await finishFolderMove(tenantId);
  await note(context, 'folder.move', to, { before: { path: from }, after: { path: to } });
  return readTree(tenantId);
}

/** Takes an empty folder away, with the empty ones in it. Throws `conflict` while scripts lie there. */
export async function deleteFolder(context: Context, path: string): Promise<FolderView[]> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'folder.manage');
  const tree = await readTree(tenantId);
  const folder = tree.find((each) => each.path === path);
  if (folder === undefined) throw new AppError('not_found');
  if (folder.all > 0) throw new AppError('conflict', 'There are scripts in this folder');
  await removeFolders(
    tenantId,
    tree.flatMap((each) => (isWithin(each.path, path) ? [each.path] : [])),
  );
  await note(context, 'folder.delete', path, {});
  return readTree(tenantId);
}

function exists(): AppError {
  return new AppError('conflict', 'There is a folder of this name');
}

function note(
  context: Context,
  action: string,
  path: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const target = { type: 'folder', id: path, label: path };
  return record([auditNote(context, 'admin', { action, target, detail })]);
}
