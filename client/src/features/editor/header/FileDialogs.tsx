import { useQuery } from '@tanstack/react-query';
import { ExportDialog } from '../../../exchange/ExportDialog.tsx';
import { ImportDialog } from '../../../exchange/import/ImportDialog.tsx';
import { useEditor } from '../session/context.ts';
import { summaryQuery } from './summaryQuery.ts';

interface FileDialogsProps {
  open: 'export' | 'import';
  onClose: () => void;
}

/** Takes the script out as a file or on paper, or a file in its place. */
export default function FileDialogs({ open, onClose }: FileDialogsProps) {
  const { scriptId } = useEditor().session;
  const summary = useQuery({
    ...summaryQuery(scriptId),
    enabled: open === 'export',
  }).data;
  if (open === 'import') return <ImportDialog scriptId={scriptId} onClose={onClose} />;
  return summary === undefined ? null : <ExportDialog script={summary} onClose={onClose} />;
}
