import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DraftStanding } from '@daihon/shared/wire/exchange';
import type { ImportMade, ImportPreview, PreviewImport, RunImport } from '@daihon/shared/wire/exchange';
import { ApiProblem } from '../../wire/http.ts';
import { api } from '../../wire/http.ts';

/** A file or a text as it is sent. */
export type Source = Pick<PreviewImport, 'name' | 'text' | 'base64'>;

export function usePreview() {
  return useMutation({
    mutationFn: (ask: Partial<PreviewImport>) => api.post<ImportPreview>('/api/imports/preview', ask),
  });
}

export function useRunImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ask, tag }: { ask: Partial<RunImport>; tag: string | null }) =>
      api.post<ImportMade>('/api/imports', ask, undefined, tag ?? undefined),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scripts'] }),
  });
}

/** What the server takes at most, less what base64 and the rest of the request add. */
export const mostFileBytes = 3 * 1024 * 1024;

/** The bytes of a file in base64: its encoding is found out by the server. */
export async function sourceOf(file: File): Promise<Source> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error('the file cannot be read'));
    reader.readAsDataURL(file);
  });
  return { name: file.name.slice(-255), base64: url.slice(url.indexOf(',') + 1) };
}

/** Who changed the draft since it was looked at, where that is why the import was refused; null otherwise. */
export function standingOf(error: unknown): DraftStanding | null {
  if (!(error instanceof ApiProblem) || error.code !== 'conflict') return null;
  return DraftStanding.safeParse(error.members.standing).data ?? null;
}
