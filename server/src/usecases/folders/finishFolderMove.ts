import { isWithin, movedPath } from '@daihon/shared/folderPath';
import { endMove, readFolders } from '../../store/folders.ts';
import { listFolders } from '../../store/scriptLists.ts';
import { refile } from '../../store/scripts.ts';

/** Brings the scripts after a folder that has been moved. Repeatable: at start it finishes what a crash cut short. */
export async function finishFolderMove(tenantId: string): Promise<void> {
  const { made, move } = await readFolders(tenantId);
  if (move === null) return;
  const { from, to } = move;
  for (const path of new Set(await listFolders(tenantId, { binned: true }))) {
    if (isWithin(path, from)) await refile(tenantId, path, movedPath(path, from, to));
  }
  await endMove(tenantId, [...new Set(made.map((path) => movedPath(path, from, to)))]);
}
