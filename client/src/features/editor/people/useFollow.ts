import { useEffect } from 'react';
import { useEditor, usePeers, useView } from '../session/context.ts';
import type { Peer } from '../session/presence.ts';
import { panelTabs } from '../session/view.ts';
import { revealField } from './revealField.ts';
import { unfolded } from '../panes/folded.ts';

/** While a colleague is followed, this page shows what they look at: step, panel, field and caret. Own actions end it. */
export function useFollow(): Peer | null {
  const { session, view, actions } = useEditor();
  const { presence } = session;
  const following = useView((state) => state.following);
  const peer = usePeers().find(({ clientId }) => clientId === following) ?? null;
  const stepId = peer?.focus?.stepId ?? null;
  const field = peer?.focus?.field ?? null;
  const tab = panelTabs.find((each) => each === peer?.tab);
  const accountId = peer?.user.id ?? null;

  useEffect(() => {
    if (stepId !== null && stepId !== view.get().stepId) actions.open(stepId);
  }, [stepId, view, actions]);
  useEffect(() => {
    if (tab !== undefined && tab !== view.get().tab) view.set({ tab });
  }, [tab, view]);
  useEffect(() => {
    if (following === null || field === null || accountId === null) return undefined;
    view.set(unfolded(view, 'panel'));
    revealField(field, accountId, false);
    return presence.onCaret(following, () => revealField(field, accountId, false));
  }, [following, field, stepId, accountId, presence, view]);
  useEffect(() => {
    if (following !== null && peer === null) view.set({ following: null });
  }, [following, peer, view]);
  useEffect(() => {
    if (following === null) return undefined;
    return onOwnAction(() => view.set({ following: null }));
  }, [following, view]);
  return peer;
}

const ownActions = ['pointerdown', 'keydown', 'wheel'] as const;

/** What a person does inside the panes; the header and its bar are no part of them. */
function onOwnAction(act: () => void): () => void {
  const heard = ({ target }: Event) => {
    if (target instanceof Element && target.closest('[data-pane]') !== null) act();
  };
  for (const name of ownActions) window.addEventListener(name, heard, { capture: true, passive: true });
  return () => {
    for (const name of ownActions) window.removeEventListener(name, heard, { capture: true });
  };
}
