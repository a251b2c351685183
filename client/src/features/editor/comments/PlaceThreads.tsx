import { useEditor, useScript } from '../session/context.ts';
import { Composer } from './compose/Composer.tsx';
import { useDesk, useFiltered } from './desk/hooks.ts';
import { inReadingOrder } from './desk/places.ts';
import { ThreadCard } from './thread/ThreadCard.tsx';

interface PlaceThreadsProps {
  stepId: string;
  /** One of the step's texts or values; null: the step as a whole. */
  field: string | null;
}

/** The threads of one place of the open step, and the one that is being written there. */
export default function PlaceThreads({ stepId, field }: PlaceThreadsProps) {
  const { comments } = useEditor();
  const script = useScript();
  const composing = useDesk((state) => state.composing);
  const here = useFiltered().filter(
    ({ anchor }) =>
      anchor.stepId === stepId && (anchor.field === field || (field === null && isGone(anchor.field))),
  );
  /** A choice that was deleted: what was said of it stays with the step. */
  function isGone(of: string | null): boolean {
    if (of?.startsWith('choice:') !== true) return false;
    const step = script.steps.find(({ id }) => id === stepId);
    return step?.choices.every(({ id }) => of !== `choice:${id}`) ?? false;
  }
  const writing = composing?.anchor.stepId === stepId && composing.anchor.field === field ? composing : null;
  return (
    <>
      {writing !== null && <Composer key={JSON.stringify(writing.anchor)} composing={writing} />}
      {inReadingOrder(script, comments, here).map((thread) => (
        <ThreadCard key={thread.id} thread={thread} />
      ))}
    </>
  );
}
