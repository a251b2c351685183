import type { BinnedStep } from '@daihon/shared/script/draft/read';
import { usePeople } from '../comments/compose/usePeople.ts';
import { useEditor } from '../session/context.ts';

/** The present name of whoever put a step into the bin; of one who has left, the name then. */
export function useBinnerName({ by, name }: BinnedStep): string {
  const { user } = useEditor().session;
  const people = usePeople();
  return by === user.id ? user.name : (people.find(({ id }) => id === by)?.name ?? name);
}
