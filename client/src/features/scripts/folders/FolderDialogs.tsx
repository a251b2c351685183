import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FolderView } from '@daihon/shared/folder';
import { FolderName } from '@daihon/shared/folder';
import { joinPath, nameOf, parentOf } from '@daihon/shared/folderPath';
import { useMessages } from '../../../app/i18n.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { isEnter } from '../../../ui/enterKey.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import type { FolderAction } from './folderAction.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { folderMessages } from './messages.ts';
import { useCreateFolder, useDeleteFolder, useMoveFolder } from './useFolders.ts';

interface Props {
  action: FolderAction;
  folders: readonly FolderView[];
  onClose: () => void;
  /** A folder has another path now, or none. */
  onMoved: (from: string, to: string | null) => void;
}

export function FolderDialogs({ action, folders, onClose, onMoved }: Props) {
  const t = useMessages(folderMessages);
  const move = useMoveFolder();
  if (action.kind === 'remove') {
    return <RemoveDialog path={action.path} folders={folders} onClose={onClose} onMoved={onMoved} />;
  }
  if (action.kind === 'move') {
    return (
      <MoveDialog
        title={t('moveFolder', { name: nameOf(action.path) })}
        top={t('topFolder')}
        folders={folders}
        without={action.path}
        current={parentOf(action.path)}
        busy={move.isPending}
        onClose={onClose}
        onMove={(parent) => {
          const to = joinPath(parent, nameOf(action.path));
          move.mutate(
            { from: action.path, to },
            {
              onSuccess: () => {
                toast.success(t('moveDone'));
                onMoved(action.path, to);
                onClose();
              },
              onError: (error) => toast.error(problemText(error)),
            },
          );
        }}
      />
    );
  }
  return <NameDialog action={action} folders={folders} onClose={onClose} onMoved={onMoved} />;
}

function NameDialog({ action, folders, onClose, onMoved }: Props) {
  const t = useMessages(folderMessages);
  const renamed = 'path' in action ? action.path : null;
  const parent = 'path' in action ? parentOf(action.path) : action.parent;
  const [name, setName] = useState(renamed === null ? '' : nameOf(renamed));
  const [asked, setAsked] = useState(false);
  const create = useCreateFolder();
  const move = useMoveFolder();
  const path = joinPath(parent, name.trim());
  const problem = !FolderName.safeParse(name).success
    ? t('nameBad')
    : folders.some((each) => each.path === path && path !== renamed)
      ? t('exists')
      : null;

  function done(text: string): void {
    toast.success(text);
    if (renamed !== null) onMoved(renamed, path);
    onClose();
  }

  function submit(): void {
    setAsked(true);
    if (problem !== null) return;
    if (path === renamed) {
      onClose();
      return;
    }
    const onError = (error: unknown) => toast.error(problemText(error));
    if (renamed === null) create.mutate(path, { onSuccess: () => done(t('createDone')), onError });
    else move.mutate({ from: renamed, to: path }, { onSuccess: () => done(t('renameDone')), onError });
  }

  return (
    <ConfirmDialog
      opened
      title={renamed === null ? t('create') : t('rename')}
      confirm={renamed === null ? t('make') : t('save')}
      busy={create.isPending || move.isPending}
      onClose={onClose}
      onConfirm={submit}
    >
      {parent !== '' && (
        <Text size="sm" c="dimmed" mb="xs">
          {parent} /
        </Text>
      )}
      <TextInput
        label={t('name')}
        value={name}
        maxLength={60}
        data-autofocus
        error={asked ? problem : null}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isEnter(event)) submit();
        }}
      />
    </ConfirmDialog>
  );
}

function RemoveDialog({ path, folders, onClose, onMoved }: Omit<Props, 'action'> & { path: string }) {
  const t = useMessages(folderMessages);
  const remove = useDeleteFolder();
  const name = nameOf(path);
  const isEmpty = (folders.find((each) => each.path === path)?.all ?? 0) === 0;
  return (
    <ConfirmDialog
      opened
      title={t('removeTitle')}
      confirm={t('remove')}
      tone="danger"
      disabled={!isEmpty}
      busy={remove.isPending}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(path, {
          onSuccess: () => {
            toast.success(t('removeDone', { name }));
            onMoved(path, null);
            onClose();
          },
          onError: (error) => toast.error(problemText(error)),
        })
      }
    >
      <Text>{isEmpty ? t('removeBody', { name }) : t('notEmpty')}</Text>
    </ConfirmDialog>
  );
}
