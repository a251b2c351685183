import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportPreview, PreviewImport, RunImport } from '@daihon/shared/wire/exchange';
import type { ScriptSummary } from '@daihon/shared/wire/http';
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
    mutationFn: (ask: Partial<RunImport>) => api.post<ScriptSummary>('/api/imports', ask),
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
