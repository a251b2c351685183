import { draftRoots } from '@daihon/shared/script/draft/layout';
import { useEffect, useState } from 'react';
import type { Transaction } from 'yjs';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import { outlineMessages } from './messages.ts';
import { structureChanges } from './structureNews.ts';
import type { StructureChange } from './structureNews.ts';

const batchMs = 5_000;
/** More changes than this are told as a number. */
const told = 3;

interface News {
  names: string[];
  changes: StructureChange[];
}

/** Tells screen readers what others did to the structure, at most every five seconds. */
export function ChangeNews() {
  const t = useMessages(outlineMessages);
  const tEditor = useMessages(editorMessages);
  const news = useOthersChanges();
  const names = news.names.length === 0 ? [t('someone')] : news.names;
  const lines =
    news.changes.length > told
      ? [t('many', { names, count: news.changes.length })]
      : news.changes.map(({ kind, title }) =>
          t(kind, { names, title: title === '' ? tEditor('untitled') : title }),
        );
  return (
    <div className="visually-hidden" role="log" aria-live="polite" data-change-news>
      {lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}

function useOthersChanges(): News {
  const { session } = useEditor();
  const [news, setNews] = useState<News>({ names: [], changes: [] });
  useEffect(() => {
    let before = session.store.get().script;
    const clients = new Set<number>();
    const ids = new Set<string>();
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const tell = () => {
      waiting = null;
      const { script } = session.store.get();
      const changes = structureChanges(before, script).filter(({ id }) => ids.has(id));
      const peers = session.presence.get().filter(({ clientId }) => clients.has(clientId));
      before = script;
      clients.clear();
      ids.clear();
      if (changes.length > 0) setNews({ names: [...new Set(peers.map(({ user }) => user.name))], changes });
    };
    const watch = (transaction: Transaction) => {
      // A proposal that this person accepted comes from the server, as a change of this session.
      if (transaction.local || transaction.origin === session.origin) return;
      if (waiting === null) before = session.store.get().script;
      for (const [client, clock] of transaction.afterState) {
        if (clock > (transaction.beforeState.get(client) ?? 0)) clients.add(client);
      }
      for (const id of changedIds(transaction)) ids.add(id);
      waiting ??= setTimeout(tell, batchMs);
    };
    session.doc.on('afterTransaction', watch);
    return () => {
      session.doc.off('afterTransaction', watch);
      if (waiting !== null) clearTimeout(waiting);
    };
  }, [session]);
  return news;
}

/** The steps and groups whose own values changed, or that came or went. */
function changedIds({ doc, changed }: Transaction): string[] {
  const { steps, groups } = draftRoots(doc);
  return [...changed].flatMap(([type, keys]) => {
    // A map of unknown content is any of the roots for the compiler.
    const target: unknown = type;
    if (target === steps || target === groups) return [...keys].flatMap((key) => key ?? []);
    const parent: unknown = type.parent;
    return parent === steps || parent === groups ? (type._item?.parentSub ?? []) : [];
  });
}
