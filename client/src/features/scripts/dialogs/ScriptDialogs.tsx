import { useEffect } from 'react';
import type { FolderView } from '@daihon/shared/folder';
import { nameOf } from '@daihon/shared/folder';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import type { ScriptStatus } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import { LazyExportDialog } from '../../../exchange/LazyDialogs.tsx';
import { CreateDialog } from '../CreateDialog.tsx';
import { OwnerDialog } from '../care/OwnerDialog.tsx';
import { ReviewDialog } from '../care/ReviewDialog.tsx';
import { useReviewed } from '../care/useReviewed.ts';
import { tellBulk } from '../data/tellBulk.ts';
import { usePatchScripts } from '../data/useBulk.ts';
import { MoveDialog } from '../folders/MoveDialog.tsx';
import { folderMessages } from '../folders/messages.ts';
import { LabelsDialog } from '../labels/LabelsDialog.tsx';
import type { ScriptAction } from '../list/scriptAction.ts';
import { scriptsMessages } from '../messages.ts';
import { UsesDialog } from '../uses/UsesDialog.tsx';
import { ArchiveDialog, backFromArchive } from './ArchiveDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { TitleDialog } from './TitleDialog.tsx';

interface Props {
  action: ScriptAction | null;
  folders: readonly FolderView[];
  status: ReadonlyMap<string, ScriptStatus> | undefined;
  onClose: () => void;
}

/** The dialog that the list has open, if any. */
export function ScriptDialogs({ action, folders, status, onClose }: Props) {
  useAtOnce(action, onClose);
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
    case 'reviewed':
    case 'unarchive':
      return null;
  }
}

/** What needs no question is done as soon as it is asked for. */
function useAtOnce(action: ScriptAction | null, onClose: () => void): void {
  const t = useMessages(scriptsMessages);
  const reviewed = useReviewed();
  const patch = usePatchScripts();
  useEffect(() => {
    if (action?.kind === 'reviewed') reviewed(action.script);
    else if (action?.kind === 'unarchive') {
      const title = action.scripts[0]?.title ?? '';
      patch.mutate(action.scripts.map(backFromArchive), {
        onSuccess: (result) => tellBulk(result, t('unarchived', { title })),
      });
    } else return;
    onClose();
    // Once an action: what it is done with is new at every rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [action]);
}

/** Files scripts in a folder, with a way back. */
export function useMove() {
  const t = useMessages(folderMessages);
  const patch = usePatchScripts();
  return {
    busy: patch.isPending,
    run(scripts: readonly ScriptSummary[], folder: string, done: () => void): void {
      const moved = scripts.filter((script) => script.folder !== folder);
      patch.mutate(
        moved.map((script) => ({ script, change: { folder } })),
        {
          onSuccess: (result) => {
            const name = folder === '' ? t('unfiled') : nameOf(folder);
            const back = moved.map((script) => ({ script, change: { folder: script.folder } }));
            tellBulk(result, t('moved', { count: result.done, name }), () => patch.mutate(back));
            done();
          },
        },
      );
    },
  };
}
