import { Suspense, lazy } from 'react';
import type { ComponentProps } from 'react';
import type { ExportDialog } from './ExportDialog.tsx';

const Export = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }));

/** Comes with its first opening: most who see its menu take nothing out. */
export function LazyExportDialog(props: ComponentProps<typeof ExportDialog>) {
  return (
    <Suspense fallback={null}>
      <Export {...props} />
    </Suspense>
  );
}
