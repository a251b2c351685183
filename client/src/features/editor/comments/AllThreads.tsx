import type { CommentThread } from '@daihon/shared/comment';
import { IconMessages } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useBin, useEditor, useScript } from '../session/context.ts';
import { stepLabel } from '../session/outline.ts';
import { useDesk, useFiltered } from './desk/hooks.ts';
import { inReadingOrder } from './desk/places.ts';
import { commentMessages } from './messages.ts';
import styles from './Comments.module.css';
import { ThreadCard } from './thread/ThreadCard.tsx';

/** Every thread that the filter shows, step by step; those of steps in the bin are kept below. */
export default function AllThreads() {
  const t = useMessages(commentMessages);
  const { comments } = useEditor();
  const script = useScript();
  const bin = useBin();
  const shown = inReadingOrder(script, comments, useFiltered());
  if (shown.length === 0) return <NoThreads />;
  const nameOf = (stepId: string) => {
    if (script.steps.some(({ id }) => id === stepId)) return stepLabel(script, stepId, '—');
    const binned = bin.find(({ id }) => id === stepId);
    return binned === undefined ? t('goneStep') : `${t('binned')}: ${binned.title}`;
  };
  return (
    <>
      {bySteps(shown).map(([stepId, threads]) => (
        <section key={stepId}>
          <h3 className={styles.stepName}>{nameOf(stepId)}</h3>
          {threads.map((thread) => (
            <ThreadCard key={thread.id} thread={thread} />
          ))}
        </section>
      ))}
    </>
  );
}

/** What to do when there is nothing to read. */
export function NoThreads() {
  const t = useMessages(commentMessages);
  const filter = useDesk((state) => state.filter);
  const status = useDesk((state) => state.status);
  if (status !== 'ready') return null;
  return <EmptyState icon={IconMessages} title={t(`none.${filter}`)} body={t('noneHint')} />;
}

function bySteps(threads: readonly CommentThread[]): [string, CommentThread[]][] {
  const groups = new Map<string, CommentThread[]>();
  for (const thread of threads) {
    const { stepId } = thread.anchor;
    groups.set(stepId, [...(groups.get(stepId) ?? []), thread]);
  }
  return [...groups];
}
