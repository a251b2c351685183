import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { isEnter } from '../../../ui/enterKey.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { api } from '../../../wire/http.ts';
import { useChange } from '../data/useScripts.ts';
import { scriptsMessages } from '../messages.ts';

interface Props {
  kind: 'rename' | 'duplicate';
  script: ScriptSummary;
  onClose: () => void;
}

/** Asks for a title: the script's new one, or that of its copy. */
export function TitleDialog({ kind, script, onClose }: Props) {
  const t = useMessages(scriptsMessages);
  const navigate = useNavigate();
  const copies = kind === 'duplicate';
  const [title, setTitle] = useState(
    copies ? t('copyOf', { title: script.title }).slice(0, 200) : script.title,
  );
  const change = useChange((wanted: string) =>
    copies
      ? api.post<ScriptSummary>(`/api/scripts/${script.id}/duplicate`, { title: wanted })
      : api.patch<ScriptSummary>(`/api/scripts/${script.id}`, { title: wanted }),
  );

  function submit(): void {
    const wanted = title.trim();
    if (wanted === '') return;
    change.mutate(wanted, {
      onSuccess: (made) => {
        if (copies) {
          const run = () => void navigate(`/scripts/${made.id}`);
          toast.success(t('duplicated', { title: made.title }), { label: t('openCopy'), run });
        } else toast.success(t('renamed'));
        onClose();
      },
      onError: (error) => toast.error(problemText(error)),
    });
  }

  return (
    <ConfirmDialog
      opened
      title={t(copies ? 'duplicateTitle' : 'renameTitle')}
      confirm={t(copies ? 'duplicate' : 'save')}
      busy={change.isPending}
      disabled={title.trim() === ''}
      onClose={onClose}
      onConfirm={submit}
    >
      {copies && (
        <Text c="dimmed" size="sm" mb="sm">
          {t('duplicateLead')}
        </Text>
      )}
      <TextInput
        label={t('name')}
        value={title}
        maxLength={200}
        data-autofocus
        error={title.trim() === '' ? t('nameMissing') : null}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isEnter(event)) submit();
        }}
      />
    </ConfirmDialog>
  );
}
