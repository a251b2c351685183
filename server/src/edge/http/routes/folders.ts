import { Router } from 'express';
import { z } from 'zod';
import { FolderPath } from '@daihon/shared/folder';
import { createFolder, deleteFolder, moveFolder } from '../../../usecases/folders/changeFolders.ts';
import { listFolders } from '../../../usecases/folders/listFolders.ts';
import { parse, route } from '../route.ts';

const Path = FolderPath.refine((path) => path !== '', { error: 'must not be empty' });
const OneFolder = z.strictObject({ path: Path });
const Move = z.strictObject({ from: Path, to: Path });

/** /api/folders: where scripts are filed. Every answer is the whole list. */
export function folderRoutes(): Router {
  const router = Router();
  router.get(
    '/api/folders',
    route(async ({ context }) => ({ items: await listFolders(context), nextCursor: null })),
  );
  router.post(
    '/api/folders',
    route(async ({ context, request, response }) => {
      const { path } = parse(OneFolder, request.body);
      const items = await createFolder(context, path);
      response.status(201);
      return { items, nextCursor: null };
    }),
  );
  router.patch(
    '/api/folders',
    route(async ({ context, request }) => {
      const { from, to } = parse(Move, request.body);
      return { items: await moveFolder(context, from, to), nextCursor: null };
    }),
  );
  router.delete(
    '/api/folders',
    route(async ({ context, request }) => {
      const { path } = parse(OneFolder, request.query);
      return { items: await deleteFolder(context, path), nextCursor: null };
    }),
  );
  return router;
}
