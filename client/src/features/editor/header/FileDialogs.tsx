import { useQuery } from '@tanstack/react-query';
import { ExportDialog } from '../../../exchange/ExportDialog.tsx';
import { ImportDialog } from '../../../exchange/import/ImportDialog.tsx';
import { WithdrawDialog } from '../../../withdraw/WithdrawDialog.tsx';
import { useEditor } from '../session/context.ts';
import { summaryQuery } from './summaryQuery.ts';

interface FileDialogsProps {
  open: 'export' | 'import' | 'withdraw';
  onClose: () => void;
}

/** Takes the script out as a file or on paper, or a file in its place, or the script out of use. */
export default function FileDialogs({ open, onClose }: FileDialogsProps) {
  const { scriptId } = useEditor().session;
  const summary = useQuery({
    ...summaryQuery(scriptId),
    enabled: open !== 'import',
  }).data;
  if (open === 'import') return <ImportDialog scriptId={scriptId} onClose={onClose} />;
  if (summary === undefined) return null;
  if (open === 'withdraw') return <WithdrawDialog script={summary} onClose={onClose} />;
  return <ExportDialog script={summary} onClose={onClose} />;
}
