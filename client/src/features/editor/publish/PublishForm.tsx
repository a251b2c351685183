import { Button, Group, Radio, Textarea } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { hasErrors } from '@daihon/shared/script/check';
import { ReleaseClass } from '@daihon/shared/version';
import type { Published } from '@daihon/shared/wire/http';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { ApiProblem, api } from '../../../wire/http.ts';
import { withdrawMessages } from '../../../withdraw/messages.ts';
import { summaryQuery } from '../header/summaryQuery.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, usePeers } from '../session/context.ts';
import type { Changes } from './changes.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { publishMessages } from './messages.ts';
import styles from './Publish.module.css';
import { NewsNotice } from './NewsNotice.tsx';
import type { LiveChanges } from './useLiveChanges.ts';
import { whenSaved } from './whenSaved.ts';

interface PublishFormProps {
  changes: Changes;
  live: Pick<LiveChanges, 'news' | 'overtaken' | 'look' | 'reload'> & { looked: Changes };
  onClose: () => void;
}

export function PublishForm({ changes, live, onClose }: PublishFormProps) {
  const t = useMessages(editorMessages);
  const p = useMessages(publishMessages);
  const w = useMessages(withdrawMessages);
  const { session } = useEditor();
  const composing = usePeers().filter(({ ime }) => ime);
  const [note, setNote] = useState('');
  const [kind, setKind] = useState<ReleaseClass>('notice');
  const [touched, setTouched] = useState(false);
  const { news, overtaken, looked } = live;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const noteInput = useRef<HTMLTextAreaElement>(null);
  // The dialog was opened before there was anything to focus; its start stays in sight.
  useEffect(() => noteInput.current?.focus({ preventScroll: true }), []);
  const publish = useMutation({
    mutationFn: async () => {
      await whenSaved(session, new AbortController().signal);
      const ask = { note: note.trim(), class: kind, baseVersion: looked.base ?? 0, state: looked.state };
      return await api.post<Published>(`/api/scripts/${session.scriptId}/publish`, ask);
    },
    onSuccess: ({ number, seq, addressees = 0 }) => {
      const action = {
        label: p(kind === 'notice' ? 'receipts' : 'acknowledged', { count: 0, all: addressees }),
        run: () => void navigate(`/scripts/${session.scriptId}/receipts?seq=${seq}`),
      };
      toast.success(t('publish.done', { number }), action);
      void queries.invalidateQueries({ queryKey: ['changes', session.scriptId] });
      onClose();
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && (problem.status === 409 || problem.status === 422)) live.reload();
    },
  });
  const withdrawn = useQuery(summaryQuery(session.scriptId)).data?.state === 'withdrawn';
  // What was withdrawn comes back as it is, too.
  const nothing = !withdrawn && changes.base !== null && changes.diff.steps.length === 0;
  const blocked = hasErrors(changes.findings);
  const noteMissing = note.trim() === '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTouched(true);
        if (!noteMissing && !blocked && news.length === 0) publish.mutate();
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
        ref={noteInput}
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
      {overtaken !== null && changes.base !== null && changes.base > overtaken && (
        <ConflictNotice base={overtaken} newest={changes.base} />
      )}
      {withdrawn && (
        <p className={styles.hint} role="status">
          {w('revives')}
        </p>
      )}
      {news.length > 0 && <NewsNotice changes={changes} looked={looked} news={news} onLook={live.look} />}
      {publish.isPending && composing.length > 0 && (
        <p className={styles.hint} role="status">
          {p('waiting', { names: composing.map(({ user }) => user.name) })}
        </p>
      )}
      {publish.isError && !isConflict(publish.error) && (
        <p className={styles.problem} role="alert">
          {failureText(publish.error, t)}
        </p>
      )}
      <Group justify="flex-end" className={styles.footer ?? ''}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          color={kind === 'urgent' ? 'red' : 'teal'}
          loading={publish.isPending}
          disabled={blocked || nothing || news.length > 0}
          leftSection={<IconSend2 size="1rem" aria-hidden />}
        >
          {t('publish.confirm')}
        </Button>
      </Group>
    </form>
  );
}

function isConflict(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.status === 409;
}

type Words = (
  key: 'publish.refused' | 'publish.failed' | 'publish.unsaved',
  values?: Record<string, string>,
) => string;

function failureText(problem: Error, t: Words): string {
  if (!(problem instanceof ApiProblem)) return t('publish.unsaved');
  if (problem.status === 422) return t('publish.refused');
  return t('publish.failed', { reason: problemText(problem) });
}
