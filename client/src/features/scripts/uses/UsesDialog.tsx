import { useQuery } from '@tanstack/react-query';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import Dialog from '../../../script/uses/UsesDialog.tsx';
import { usesQuery } from '../../../wire/uses.ts';

export function UsesDialog({ script, onClose }: { script: ScriptSummary; onClose: () => void }) {
  return <Dialog title={script.title} query={useQuery(usesQuery(script.id))} onClose={onClose} />;
}
