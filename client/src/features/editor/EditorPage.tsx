import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { toast } from '../../ui/toasts.ts';
import { useSession } from '../../wire/session.ts';
import { translate, useMessages } from '../../app/i18n.ts';
import { CommentDesk } from './comments/desk/commentDesk.ts';
import { followUndo } from './comments/desk/undoSuggestion.ts';
import { EditorFrame } from './EditorFrame.tsx';
import styles from './EditorPage.module.css';
import { editorMessages } from './messages.ts';
import { readFolded } from './panes/folded.ts';
import { createActions } from './session/actions.ts';
import { EditorContext, useConnection } from './session/context.ts';
import type { Editor } from './session/context.ts';
import { DraftSession } from './session/draftSession.ts';
import { tellRemoved } from './session/tellRemoved.ts';
import { createView } from './session/view.ts';
import { whyRefused } from './session/whyRefused.ts';
import './comments/marks/marks.css';
import './prose/prose.css';
import './ui/kinds.css';

/** `/scripts/:scriptId`: the live draft of a script, edited together. */
export default function EditorPage() {
  const { scriptId } = useParams();
  const editor = useEditorSession(scriptId ?? '');
  if (editor === null) return <Loading />;
  return (
    <EditorContext value={editor}>
      <LoadedEditor />
    </EditorContext>
  );
}

function LoadedEditor() {
  const { loaded, ended } = useConnection();
  return loaded || ended !== null ? <EditorFrame /> : <Loading />;
}

function Loading() {
  const t = useMessages(editorMessages);
  return (
    <div className={styles.loading} role="status">
      <Loader size="sm" aria-hidden />
      {t('loading')}
    </div>
  );
}

/** One session per script and page; a session that has ended is never revived. */
function useEditorSession(scriptId: string): Editor | null {
  const { id, name } = useSession();
  const [editor, setEditor] = useState<Editor | null>(null);
  useEffect(() => {
    const session = new DraftSession({
      scriptId,
      // The server gives each account its colour; this one is seen by nobody.
      user: { id, name, color: '#0f766e' },
      whyRefused: () => whyRefused(scriptId),
      onRemoved: tellRemoved,
      onWorkRestored: () => toast.info(translate(editorMessages, 'saved.restored')),
    });
    const view = createView(readFolded(id));
    const comments = new CommentDesk(session);
    const unfollow = followUndo(session, comments);
    setEditor({ session, view, actions: createActions(session, view), comments });
    return () => {
      setEditor(null);
      unfollow();
      comments.destroy();
      session.destroy();
    };
  }, [scriptId, id, name]);
  return editor;
}
