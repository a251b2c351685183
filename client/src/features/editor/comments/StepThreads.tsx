import { useEditor, useScript } from '../session/context.ts';
import { useFiltered } from './desk/hooks.ts';
import { inReadingOrder } from './desk/places.ts';
import { ThreadCard } from './thread/ThreadCard.tsx';

/** All threads of one step, whatever they are about: for a step whose texts are no longer shown. */
export default function StepThreads({ stepId }: { stepId: string }) {
  const { comments } = useEditor();
  const script = useScript();
  const here = useFiltered().filter(({ anchor }) => anchor.stepId === stepId);
  return inReadingOrder(script, comments, here).map((thread) => (
    <ThreadCard key={thread.id} thread={thread} />
  ));
}
