import { useQuery } from '@tanstack/react-query';
import type { FolderView } from '@daihon/shared/folder';
import type { Page } from '@daihon/shared/wire/http';
import { api } from '../../../wire/http.ts';
import { useChange } from '../data/useScripts.ts';

export function useFolders() {
  return useQuery({
    queryKey: ['folders'],
    queryFn: async () => (await api.get<Page<FolderView>>('/api/folders')).items,
  });
}

export function useCreateFolder() {
  return useChange((path: string) => api.post('/api/folders', { path }));
}

export function useMoveFolder() {
  return useChange((move: { from: string; to: string }) => api.patch('/api/folders', move));
}

export function useDeleteFolder() {
  return useChange((path: string) => api.del(`/api/folders?path=${encodeURIComponent(path)}`));
}
