import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { diffStep } from '@daihon/shared/script/diff';
import { bringDraftTo } from '@daihon/shared/script/draft/write';
import type { Script } from '@daihon/shared/script/schema';
import type { StepDiff } from '@daihon/shared/version';
import { useDeferredValue } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../../app/i18n.ts';
import { usePreferences } from '../../../../app/preferences.ts';
import { partKey, scriptWords } from '../../../../script/words.ts';
import { toast } from '../../../../ui/toasts.ts';
import { TextDiff } from '../../publish/TextDiff.tsx';
import { useEditor, useReadOnly, useScript, useView } from '../../session/context.ts';
import { useOtherScripts } from '../../session/useOtherScripts.ts';
import { usePublished } from '../../session/usePublished.ts';
import { historyMessages } from './messages.ts';
import { StepAuthors } from './StepAuthors.tsx';
import styles from './StepHistory.module.css';

/** What changed in the open step since the current version, by whom and when, and the way back. */
export default function StepHistory() {
  const t = useMessages(historyMessages);
  const stepId = useView((view) => view.stepId);
  const published = usePublished(true);
  if (stepId === null) return <Nothing title={t('none.title')} body={t('none.body')} />;
  if (published === 'unknown') return <p role="status">{t('loading')}</p>;
  if (published === null) return <Nothing title={t('unpublished.title')} body={t('unpublished.body')} />;
  return <Changes key={stepId} stepId={stepId} number={published.number} published={published.script} />;
}

function Nothing({ title, body }: { title: string; body: string }) {
  return (
    <div className={styles.nothing}>
      <strong>{title}</strong>
      <p>{body}</p>
    </div>
  );
}

interface ChangesProps {
  stepId: string;
  number: number;
  published: Script;
}

function Changes({ stepId, number, published }: ChangesProps) {
  const t = useMessages(historyMessages);
  const { session } = useEditor();
  const diff = useStepDiff(stepId, published);
  if (diff === null) return <Nothing title={t('same.title')} body={t('same.body', { number })} />;
  const { change, parts } = diff;
  return (
    <section className={styles.changes} aria-label={t('title', { number })}>
      <h3>{t('title', { number })}</h3>
      {change === 'added' && <p>{t('added', { number })}</p>}
      {change === 'removed' && <p>{t('removed')}</p>}
      {change === 'moved' && parts.length === 0 && <p>{t('moved')}</p>}
      <StepAuthors stepId={stepId} />
      {change !== 'removed' && <Parts diff={diff} />}
      <footer>
        {change !== 'added' && <Restore diff={diff} number={number} published={published} />}
        <Link to={`/scripts/${session.scriptId}/versions?a=${number}&b=draft`}>{t('compare')}</Link>
      </footer>
    </section>
  );
}

function useStepDiff(stepId: string, published: Script): StepDiff | null {
  const { language } = usePreferences();
  // Typing in a step that is long is not to wait for its comparison.
  const draft = useDeferredValue(useScript());
  const calls = [published, draft].some(({ steps }) =>
    steps.some(({ id, jump }) => id === stepId && jump !== null),
  );
  const others = useOtherScripts(calls);
  const scriptTitles = new Map(others?.map(({ id, title }) => [id, title]));
  return diffStep({ from: published, to: draft }, stepId, { language, scriptTitles });
}

function Parts({ diff }: { diff: StepDiff }) {
  const words = useMessages(scriptWords);
  return (
    <dl>
      {diff.parts.map(({ part, ops }) => (
        <div key={part} data-part={part}>
          <dt>{words(partKey(part))}</dt>
          <dd>
            <TextDiff ops={ops} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The step as it was published, as one edit that can be undone. */
function Restore({ diff, number, published }: { diff: StepDiff; number: number; published: Script }) {
  const t = useMessages(historyMessages);
  const { session, actions } = useEditor();
  const readOnly = useReadOnly();
  if (readOnly) return null;
  const restore = () => {
    const options = {
      stepId: diff.id,
      by: session.user.id,
      name: session.user.name,
      at: new Date().toISOString(),
    };
    session.edit((doc) => bringDraftTo(doc, published, options, session.origin));
    const step = published.steps.find(({ id }) => id === diff.id)?.title ?? '';
    toast.success(t('restored', { step: step === '' ? t('untitled') : step, number }), {
      label: t('undo'),
      run: () => actions.undo(),
    });
  };
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconArrowBackUp size="0.875rem" aria-hidden />}
      onClick={restore}
    >
      {t('restore')}
    </Button>
  );
}
