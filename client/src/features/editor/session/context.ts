import type { Script, Step } from '@daihon/shared/script/schema';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { isReadOnly } from '../../../wire/connection.ts';
import type { Connection } from '../../../wire/connection.ts';
import type { CommentDesk } from '../comments/desk/commentDesk.ts';
import type { EditorActions } from './actions.ts';
import type { DraftSession } from './draftSession.ts';
import type { Peer } from './presence.ts';
import { useStore } from './store.ts';
import type { ViewState, ViewStore } from './view.ts';

export interface Editor {
  session: DraftSession;
  view: ViewStore;
  actions: EditorActions;
  comments: CommentDesk;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('useEditor is for parts of the editor page');
  return editor;
}

export function useScript(): Script {
  const { store } = useEditor().session;
  return useSyncExternalStore(store.subscribe, () => store.get().script);
}

/** A part of the draft; `part` must give the same object while that part does not change. */
export function useScriptPart<P>(part: (script: Script) => P): P {
  const { store } = useEditor().session;
  return useSyncExternalStore(store.subscribe, () => part(store.get().script));
}

export function useBin() {
  const { store } = useEditor().session;
  return useSyncExternalStore(store.subscribe, () => store.get().bin);
}

export function useStep(stepId: string | null): Step | null {
  const { store } = useEditor().session;
  return useSyncExternalStore(
    store.subscribe,
    () => store.get().script.steps.find(({ id }) => id === stepId) ?? null,
  );
}

export function usePeers(): readonly Peer[] {
  const { presence } = useEditor().session;
  return useSyncExternalStore(presence.subscribe, presence.get);
}

export function usePeersOn(stepId: string): readonly Peer[] {
  const { presence } = useEditor().session;
  return useSyncExternalStore(presence.subscribe, () => presence.on(stepId));
}

/** The colleague who is in a field. */
export function usePeerIn(stepId: string | null, field: string): Peer | undefined {
  const { presence } = useEditor().session;
  return useSyncExternalStore(presence.subscribe, () => presence.in(stepId, field));
}

export function useView<P>(part: (view: ViewState) => P): P {
  return useStore(useEditor().view, part);
}

export function useConnection(): Connection {
  const { provider } = useEditor().session;
  return useSyncExternalStore(
    (listener) => provider.subscribe(listener),
    () => provider.connection,
  );
}

export function useUnsavedCount(): number {
  const { saved } = useEditor().session.provider;
  return useSyncExternalStore(
    (listener) => saved.subscribe(listener),
    () => saved.count,
  );
}

/** Whether the draft takes no more edits from this page; a full one still takes deletions. */
export function useReadOnly(): boolean {
  return isReadOnly(useConnection());
}

/** Whether steps cannot even be deleted. */
export function useEnded(): boolean {
  return useConnection().ended !== null;
}
