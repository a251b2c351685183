import { Anchor } from '@mantine/core';
import { IconReplace, IconZoomQuestion } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import type { FindAsk, FoundHits, ReplaceAsk, ReplaceRun } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { api } from '../../../wire/http.ts';
import { AskForm, askedIn } from './AskForm.tsx';
import { Preview } from './Preview.tsx';
import { RunResult } from './RunResult.tsx';
import { replaceMessages } from './messages.ts';

/** Find and replace over scripts (SPEC 7): ask, look at every place, replace, and a way back. The result has an address of its own. */
export default function ReplacePage() {
  const t = useMessages(replaceMessages);
  const [params, setParams] = useSearchParams();
  const runId = params.get('run');
  const [asked, setAsked] = useState<FindAsk | null>(null);
  const client = useQueryClient();
  // Come from a script's editor, one wants to go back there.
  const state: unknown = useLocation().state;
  const { selected } = askedIn(state);
  const only = selected.length === 1 ? selected[0] : undefined;
  const find = useMutation({
    mutationFn: (ask: FindAsk) => api.post<FoundHits>('/api/replacements/preview', ask),
    onError: (error) => toast.error(problemText(error)),
  });
  const replace = useMutation({
    mutationFn: (ask: ReplaceAsk) => api.post<ReplaceRun>('/api/replacements', ask),
    onSuccess: (run) => {
      client.setQueryData(['replacement', run.id], run);
      setParams({ run: run.id }, { state });
    },
    onError: (error) => toast.error(problemText(error)),
  });

  return (
    <Page
      title={t('title')}
      description={t('lead')}
      parent={
        <Anchor component={Link} to={only === undefined ? '/scripts' : `/scripts/${only}`} size="sm">
          {t(only === undefined ? 'back' : 'backToScript')}
        </Anchor>
      }
    >
      {runId === null ? (
        <>
          <AskForm
            busy={find.isPending}
            onFind={(ask) => {
              setAsked(ask);
              find.mutate(ask);
            }}
          />
          <Panel>{found()}</Panel>
        </>
      ) : (
        <RunResult
          runId={runId}
          onAgain={() => {
            find.reset();
            setParams({}, { state });
          }}
        />
      )}
    </Page>
  );

  function found() {
    if (asked === null || find.data === undefined) {
      return <EmptyState icon={IconReplace} title={t('start')} body={t('startBody')} />;
    }
    if (find.data.total === 0) {
      return (
        <EmptyState
          icon={IconZoomQuestion}
          title={t('none')}
          body={t('noneBody', { mark: '{{…}}' })}
          role="status"
        />
      );
    }
    return (
      <Preview
        key={find.submittedAt}
        ask={asked}
        found={find.data}
        busy={replace.isPending}
        onReplace={(ask) => replace.mutate(ask)}
      />
    );
  }
}
