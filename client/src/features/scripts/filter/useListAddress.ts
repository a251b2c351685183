import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../../wire/session.ts';
import { readFolderMemory, writeFolderMemory } from '../folders/folderMemory.ts';
import { readFilter } from './filterScripts.ts';

/** The list's filter, kept in the address; a visit without one begins in the folder that was looked at last. */
export function useListAddress() {
  const [params, setParams] = useSearchParams();
  const account = useSession();
  const filter = useMemo(() => readFilter(params), [params]);

  useEffect(() => {
    const { last } = readFolderMemory(account.id);
    if (params.size === 0 && last !== null) setParams({ folder: last }, { replace: true });
    // Only on arrival: later an empty address is what was asked for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  function change(changes: Record<string, string | null>): void {
    setParams(
      (before) => {
        for (const [name, value] of Object.entries(changes)) {
          if (value === null || value === '') before.delete(name);
          else before.set(name, value);
        }
        return before;
      },
      { replace: true },
    );
  }

  return {
    filter,
    change,
    chooseFolder: (folder: string | null): void => {
      writeFolderMemory(account.id, { last: folder });
      change({ folder });
    },
    reset: (): void => {
      writeFolderMemory(account.id, { last: null });
      setParams({}, { replace: true });
    },
  };
}
