import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { useWantedThread } from './comments/useWantedThread.ts';
import { ChecksFeed } from './checks/ChecksFeed.tsx';
import { useClipboard } from './clipboard/useClipboard.ts';
import styles from './EditorPage.module.css';
import { EditorHeader } from './header/EditorHeader.tsx';
import { EndedBanner } from './header/EndedBanner.tsx';
import { SpaceBanner } from './header/SpaceBanner.tsx';
import { useEditorKeys } from './keys/useEditorKeys.ts';
import { lateView, useRested } from './late/lateParts.ts';
import { useLateParts } from './late/useLateParts.ts';
import { FollowBar } from './people/FollowBar.tsx';
import { usePointersShown } from './people/pointersShown.ts';
import { useLookHere } from './people/useLookHere.ts';
import { NarrowPanes } from './panes/NarrowPanes.tsx';
import { WidePanes } from './panes/WidePanes.tsx';
import { useEditor, useReadOnly, useView } from './session/context.ts';
import { useEditorNews } from './session/useEditorNews.ts';
import { useFirstStep } from './session/useFirstStep.ts';
import { useFreshOtherScripts } from './session/useOtherScripts.ts';
import { useReplaceNews } from './session/useReplaceNews.ts';
import { useScriptRoom } from './session/useScriptRoom.ts';
import type { ViewState } from './session/view.ts';
import { useLeaveWarning } from './session/useLeaveWarning.ts';

const Dialogs = lateView(() => import('./late/Dialogs.tsx'));
const PublishDialog = lateView(() => import('./publish/PublishDialog.tsx'));

/** Header, outline, map and step panel side by side; on a narrow screen one of them at a time. */
export function EditorFrame() {
  const narrow = useMediaQuery('(max-width: 43.75em)', matchMedia('(max-width: 43.75em)').matches);
  const readOnly = useReadOnly();
  const dialog = useView((view) => view.dialog);
  useEditorKeys();
  useClipboard();
  useEditorNews();
  useFirstStep();
  useWantedThread();
  useFreshOtherScripts();
  useLeaveWarning();
  useScriptRoom();
  useReplaceNews();
  useLookHere();
  useShownTab();
  useLateParts();
  const rested = useRested();
  const asked = useView(asksForDialog);
  const [pointers] = usePointersShown();
  return (
    <div
      className={styles.page}
      data-read-only={readOnly || undefined}
      data-hide-carets={!pointers || undefined}
    >
      <EditorHeader narrow={narrow} />
      <EndedBanner />
      <SpaceBanner />
      <FollowBar />
      {narrow ? <NarrowPanes /> : <WidePanes />}
      {rested && <ChecksFeed />}
      {(rested || asked) && <Dialogs />}
      {dialog === 'publish' && <PublishDialog />}
    </div>
  );
}

/** Whether something is asked for that lies over the editor. */
function asksForDialog({ dialog, menu, picking, pasting, confirmRemoval }: ViewState): boolean {
  return [dialog, menu, picking, pasting, confirmRemoval].some((asked) => asked !== null);
}

/** Those who follow see the same part of the side panel. */
function useShownTab(): void {
  const { presence } = useEditor().session;
  const tab = useView((view) => view.tab);
  useEffect(() => presence.show(tab), [presence, tab]);
}
