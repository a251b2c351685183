import { setMeta } from '@daihon/shared/script/draft/editScript';
import { useMessages } from '../../../app/i18n.ts';
import { api } from '../../../wire/http.ts';
import { editorMessages } from '../messages.ts';
import { CommitInput } from '../panel/CommitInput.tsx';
import { useEditor, useScript } from '../session/context.ts';
import styles from './EditorHeader.module.css';

export function ScriptTitle() {
  const t = useMessages(editorMessages);
  const { session } = useEditor();
  const { title } = useScript();
  const commit = (next: string) => {
    if (next.trim() === '') return;
    session.edit((doc) => setMeta(doc, { title: next.trim() }, session.origin));
    // The list of scripts shows this name; the draft holds it, so a list that could not be told is put right by a publish.
    void api.patch(`/api/scripts/${session.scriptId}`, { title: next.trim() }).catch(() => undefined);
  };
  return (
    <CommitInput
      className={styles.title}
      value={title}
      label={t('scriptTitle')}
      place={{ stepId: null, field: 'script:title' }}
      placeholder={t('untitled')}
      onCommit={commit}
    />
  );
}
