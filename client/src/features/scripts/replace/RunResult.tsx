import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ReplacedScript, ReplaceRun } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { formatTime } from '../../../ui/formatTime.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { api } from '../../../wire/http.ts';
import styles from './Replace.module.css';
import { replaceMessages } from './messages.ts';

/** What became of each script, with a way back for each. */
export function RunResult({ runId, onAgain }: { runId: string; onAgain: () => void }) {
  const query = useQuery({
    queryKey: ['replacement', runId],
    queryFn: () => api.get<ReplaceRun>(`/api/replacements/${runId}`),
    // What was passed over is told by the answer to the replacing itself: asked anew only after a reload.
    staleTime: Infinity,
  });
  return (
    <Panel>
      <QueryGate query={query}>{(run) => <Result run={run} onAgain={onAgain} />}</QueryGate>
    </Panel>
  );
}

function Result({ run, onAgain }: { run: ReplaceRun; onAgain: () => void }) {
  const t = useMessages(replaceMessages);
  const undo = useUndo(run);
  const open = run.scripts.filter(({ id, takenBack }) => id !== null && takenBack === null);
  const words = { by: run.by, at: formatTime(run.at), from: run.query, to: run.text };
  return (
    <>
      <div className={styles.head}>
        <span className={styles.total}>
          <strong>{t('resultTitle')}</strong>
          <span>{t(run.text === '' ? 'resultDelete' : 'resultLead', words)}</span>
        </span>
        <Group gap="xs">
          {open.length > 1 && (
            <Button
              variant="default"
              loading={undo.isPending}
              leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
              onClick={() => undo.mutate(open)}
            >
              {t('undoAll')}
            </Button>
          )}
          <Button variant="default" onClick={onAgain}>
            {t('again')}
          </Button>
        </Group>
      </div>
      <ul className={styles.results}>
        {run.scripts.map((script) => (
          <li key={script.scriptId}>
            {script.failed || script.replaced === 0 ? (
              <IconCircleX size="1.125rem" className={styles.bad} aria-hidden />
            ) : (
              <IconCheck size="1.125rem" className={styles.good} aria-hidden />
            )}
            <div className={styles.outcome}>
              <Link to={`/scripts/${script.scriptId}`}>
                {script.title === '' ? script.scriptId : script.title}
              </Link>
              <Outcome script={script} />
            </div>
            {script.id !== null && script.takenBack === null && (
              <Button
                size="compact-sm"
                variant="default"
                disabled={undo.isPending}
                leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
                onClick={() => undo.mutate([script])}
              >
                {t('undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Outcome({ script: { failed, replaced, changed, tooLong, takenBack } }: { script: ReplacedScript }) {
  const t = useMessages(replaceMessages);
  if (failed) return <span className={styles.bad}>{t('failed')}</span>;
  return (
    <>
      <span>{t('replaced', { count: replaced })}</span>
      {changed > 0 && <span className={styles.passed}>{t('changed', { count: changed })}</span>}
      {tooLong > 0 && <span className={styles.passed}>{t('tooLong', { count: tooLong })}</span>}
      {takenBack !== null && (
        <span role="status">
          {takenBack.lost === 0
            ? t('undone', { by: takenBack.by })
            : t('undoneLost', { by: takenBack.by, count: takenBack.lost })}
        </span>
      )}
    </>
  );
}

/** One script that cannot be taken back does not keep the others as they are; those that could not are told by name. */
function useUndo(run: ReplaceRun) {
  const t = useMessages(replaceMessages);
  const client = useQueryClient();
  const key = ['replacement', run.id];
  const undoOne = async (script: ReplacedScript): Promise<Failure | null> => {
    try {
      const undone = await api.post<ReplacedScript>(`/api/replacements/${script.id ?? ''}/undo`);
      client.setQueryData<ReplaceRun>(key, (before) =>
        before === undefined
          ? before
          : { ...before, scripts: before.scripts.map((each) => (each.id === script.id ? undone : each)) },
      );
      return null;
    } catch (error) {
      return { title: script.title === '' ? script.scriptId : script.title, reason: problemText(error) };
    }
  };
  return useMutation({
    mutationFn: async (scripts: readonly ReplacedScript[]) => {
      const failures: Failure[] = [];
      for (const script of scripts) {
        const failure = await undoOne(script);
        if (failure !== null) failures.push(failure);
      }
      return { failures, count: scripts.length };
    },
    onSuccess: ({ failures, count }) => {
      if (failures.length === 0) return;
      const scripts = failures.map(({ title }) => title);
      const reason = [...new Set(failures.map((failure) => failure.reason))];
      toast.error(t(failures.length < count ? 'undoFailed' : 'undoFailedAll', { scripts, reason }));
      void client.invalidateQueries({ queryKey: key });
    },
  });
}

interface Failure {
  title: string;
  reason: string;
}
