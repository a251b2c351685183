import { Button, Group, Radio, Textarea } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { hasErrors } from '@daihon/shared/script/check';
import { ReleaseClass } from '@daihon/shared/version';
import type { Published } from '@daihon/shared/wire/http';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { ApiProblem, api } from '../../../wire/http.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import type { Changes } from './changes.ts';
import styles from './Publish.module.css';
import { whenSaved } from './whenSaved.ts';

interface PublishFormProps {
  changes: Changes;
  onReload: () => void;
  onClose: () => void;
}

export function PublishForm({ changes, onReload, onClose }: PublishFormProps) {
  const t = useMessages(editorMessages);
  const { session } = useEditor();
  const [note, setNote] = useState('');
  const [kind, setKind] = useState<ReleaseClass>('notice');
  const [touched, setTouched] = useState(false);
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: async () => {
      await whenSaved(session, new AbortController().signal);
      return api.post<Published>(`/api/scripts/${session.scriptId}/publish`, {
        note: note.trim(),
        class: kind,
        baseVersion: changes.base ?? 0,
      });
    },
    onSuccess: ({ number }) => {
      toast.success(t('publish.done', { number }));
      void queries.invalidateQueries({ queryKey: ['changes', session.scriptId] });
      onClose();
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && (problem.status === 409 || problem.status === 422)) onReload();
    },
  });
  const nothing = changes.base !== null && changes.diff.steps.length === 0;
  const blocked = hasErrors(changes.findings);
  const noteMissing = note.trim() === '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTouched(true);
        if (!noteMissing && !blocked) publish.mutate();
      }}
    >
      <Textarea
        label={t('publish.note')}
        placeholder={t('publish.noteHint')}
        withAsterisk
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2_000}
        value={note}
        error={touched && noteMissing ? t('publish.noteRequired') : null}
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('publish.class')}
        value={kind}
        onChange={(value) => setKind(ReleaseClass.catch('notice').parse(value))}
      >
        <div className={styles.classes}>
          {ReleaseClass.options.map((value) => (
            <Radio.Card key={value} value={value} className={styles.class} data-class={value}>
              <Radio.Indicator size="xs" />
              <span>
                <strong>{t(`publish.classes.${value}`)}</strong>
                {t(`publish.classHints.${value}`)}
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {publish.isError && (
        <p className={styles.problem} role="alert">
          {failureText(publish.error, t)}
        </p>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          color={kind === 'urgent' ? 'red' : 'teal'}
          loading={publish.isPending}
          disabled={blocked || nothing}
          leftSection={<IconSend2 size="1rem" aria-hidden />}
        >
          {t('publish.confirm')}
        </Button>
      </Group>
    </form>
  );
}

type Words = (
  key: 'publish.conflict' | 'publish.refused' | 'publish.failed' | 'publish.unsaved',
  values?: Record<string, string>,
) => string;

function failureText(problem: Error, t: Words): string {
  if (!(problem instanceof ApiProblem)) return t('publish.unsaved');
  if (problem.status === 409) return t('publish.conflict');
  if (problem.status === 422) return t('publish.refused');
  return t('publish.failed', { reason: problemText(problem) });
}
