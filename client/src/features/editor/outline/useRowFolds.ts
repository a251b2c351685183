import { useCallback, useState } from 'react';

/** Which groups are folded and which steps show their choices; this person's own. */
export function useRowFolds() {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((...ids: string[]) => {
    const isGroup = (id: string) => id.startsWith('group:');
    setFolded((set) => toggled(set, ids.filter(isGroup)));
    setUnfolded((set) =>
      toggled(
        set,
        ids.filter((id) => !isGroup(id)),
      ),
    );
  }, []);
  return { folded, unfolded, toggle };
}

function toggled(set: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  if (ids.length === 0) return set;
  const next = new Set(set);
  for (const id of ids) if (!next.delete(id)) next.add(id);
  return next;
}
