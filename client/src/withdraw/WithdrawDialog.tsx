import { Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WithdrawnEvent } from '@daihon/shared/wire/events';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../app/i18n.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { problemText } from '../ui/problemText.ts';
import { toast } from '../ui/toasts.ts';
import { api } from '../wire/http.ts';
import { withdrawMessages } from './messages.ts';

interface Props {
  script: Pick<ScriptSummary, 'id' | 'title' | 'state'>;
  onClose: () => void;
}

/** Takes a script out of use with words to read instead, or gives a withdrawn one other words. */
export function WithdrawDialog({ script, onClose }: Props) {
  const again = script.state === 'withdrawn';
  const standing = useQuery({
    queryKey: ['withdrawals'],
    queryFn: () => api.get<{ items: WithdrawnEvent[] }>('/api/withdrawals'),
    enabled: again,
    staleTime: 0,
    gcTime: 0,
  });
  if (again && standing.data === undefined) return null;
  const known = standing.data?.items.find(({ scriptId }) => scriptId === script.id);
  return <Form script={script} again={again} known={known} onClose={onClose} />;
}

function Form({
  script,
  again,
  known,
  onClose,
}: Props & { again: boolean; known: WithdrawnEvent | undefined }) {
  const t = useMessages(withdrawMessages);
  const { id, title } = script;
  const client = useQueryClient();
  const [substitute, setSubstitute] = useState(known?.substitute ?? '');
  const [reason, setReason] = useState(known?.reason ?? '');
  const [tried, setTried] = useState(false);
  const missing = { substitute: substitute.trim() === '', reason: reason.trim() === '' };
  const withdraw = useMutation({
    mutationFn: () => api.post(`/api/scripts/${encodeURIComponent(id)}/withdraw`, { substitute, reason }),
    onSuccess: () => {
      for (const queryKey of [['scripts'], ['script', id, 'summary']])
        void client.invalidateQueries({ queryKey });
      toast.success(t(again ? 'doneAgain' : 'done', { title }));
      onClose();
    },
    onError: (error) => toast.error(problemText(error)),
  });
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t(again ? 'titleAgain' : 'title', { title })}
      confirm={t(again ? 'confirmAgain' : 'confirm')}
      tone="danger"
      busy={withdraw.isPending}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!missing.substitute && !missing.reason) withdraw.mutate();
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t(again ? 'leadAgain' : 'lead')}</Text>
        <Textarea
          label={t('substitute')}
          placeholder={t('substituteHint')}
          withAsterisk
          data-autofocus
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4_000}
          value={substitute}
          error={tried && missing.substitute ? t('substituteMissing') : null}
          onChange={(event) => setSubstitute(event.currentTarget.value)}
        />
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          withAsterisk
          autosize
          minRows={1}
          maxRows={5}
          maxLength={2_000}
          value={reason}
          error={tried && missing.reason ? t('reasonMissing') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
