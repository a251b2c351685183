import { Suspense, lazy } from 'react';
import type { ComponentProps } from 'react';
import type { ExportDialog } from './ExportDialog.tsx';
import type { ImportDialog } from './import/ImportDialog.tsx';

const Export = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }));
const Import = lazy(async () => ({ default: (await import('./import/ImportDialog.tsx')).ImportDialog }));

/** The dialogs come with their first opening: most who see their menus take nothing in or out. */
export function LazyExportDialog(props: ComponentProps<typeof ExportDialog>) {
  return (
    <Suspense fallback={null}>
      <Export {...props} />
    </Suspense>
  );
}

export function LazyImportDialog(props: ComponentProps<typeof ImportDialog>) {
  return (
    <Suspense fallback={null}>
      <Import {...props} />
    </Suspense>
  );
}
