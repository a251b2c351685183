import type { FolderView } from '@daihon/shared/folder';
import { folderTree } from '@daihon/shared/folder';
import { readFolders } from '../../store/folders.ts';
import { listFolders as listFiled } from '../../store/scriptLists.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

/** Every folder with how many scripts lie in it and below, a folder followed by what lies in it. */
export async function listFolders(context: Context): Promise<FolderView[]> {
  authorise(context.actor, 'version.history');
  return readTree(context.actor.tenantId);
}

export async function readTree(tenantId: string): Promise<FolderView[]> {
  const [{ made }, filed] = await Promise.all([readFolders(tenantId), listFiled(tenantId)]);
  return folderTree(made, filed);
}
