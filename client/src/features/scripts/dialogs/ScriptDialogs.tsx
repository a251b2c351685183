import type { FolderView } from '@daihon/shared/folder';
import type { ScriptStatus } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import { LazyExportDialog } from '../../../exchange/LazyExportDialog.tsx';
import { LazyWithdrawDialog } from '../../../withdraw/LazyWithdrawDialog.tsx';
import { CreateDialog } from '../CreateDialog.tsx';
import { OwnerDialog } from '../care/OwnerDialog.tsx';
import { ReviewDialog } from '../care/ReviewDialog.tsx';
import { MoveDialog } from '../folders/MoveDialog.tsx';
import { folderMessages } from '../folders/messages.ts';
import { LabelsDialog } from '../labels/LabelsDialog.tsx';
import type { AskedAction } from '../list/scriptAction.ts';
import { UsesDialog } from '../uses/UsesDialog.tsx';
import { ArchiveDialog } from './ArchiveDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { TitleDialog } from './TitleDialog.tsx';
import { useMove } from './useMove.ts';

interface Props {
  action: AskedAction | null;
  folders: readonly FolderView[];
  status: ReadonlyMap<string, ScriptStatus> | undefined;
  onClose: () => void;
}

/** The dialog that the list has open, if any. */
export function ScriptDialogs({ action, folders, status, onClose }: Props) {
  const move = useMove();
  const t = useMessages(folderMessages);
  if (action === null) return null;
  switch (action.kind) {
    case 'create':
      return <CreateDialog opened onClose={onClose} />;
    case 'rename':
    case 'duplicate':
      return <TitleDialog kind={action.kind} script={action.script} onClose={onClose} />;
    case 'export':
      return <LazyExportDialog script={action.script} onClose={onClose} />;
    case 'withdraw':
      return <LazyWithdrawDialog script={action.script} onClose={onClose} />;
    case 'uses':
      return <UsesDialog script={action.script} onClose={onClose} />;
    case 'labels':
      return <LabelsDialog scripts={action.scripts} onClose={onClose} />;
    case 'owner':
      return <OwnerDialog scripts={action.scripts} onClose={onClose} />;
    case 'review':
      return <ReviewDialog scripts={action.scripts} onClose={onClose} />;
    case 'archive':
      return <ArchiveDialog scripts={action.scripts} onClose={onClose} />;
    case 'remove': {
      const used = action.scripts.filter(({ id }) => (status?.get(id)?.usedBy ?? 0) > 0);
      return <RemoveDialog scripts={action.scripts} used={used} onClose={onClose} />;
    }
    case 'move': {
      const places = new Set(action.scripts.map(({ folder }) => folder));
      return (
        <MoveDialog
          title={t('moveScripts', { count: action.scripts.length })}
          top={t('top')}
          folders={folders}
          current={places.size === 1 ? ([...places][0] ?? '') : '/'}
          busy={move.busy}
          onClose={onClose}
          onMove={(folder) => move.run(action.scripts, folder, onClose)}
        />
      );
    }
  }
}
