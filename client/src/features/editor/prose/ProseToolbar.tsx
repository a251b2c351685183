import { IconBold, IconBraces, IconItalic, IconList } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import type { ComponentProps } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { ProseCommentTools } from '../comments/ProseCommentTools.tsx';
import { editorMessages } from '../messages.ts';
import { ConditionButton } from './ConditionButton.tsx';
import { LinkButton } from './LinkButton.tsx';
import styles from './ProseField.module.css';
import { ToolButton } from './ToolButton.tsx';

interface ProseToolbarProps {
  editor: Editor;
  label: string;
  condition: Omit<ComponentProps<typeof ConditionButton>, 'editor'>;
}

/** Small tools of one text; they never take the focus from it. */
export function ProseToolbar({ editor, label, condition }: ProseToolbarProps) {
  const t = useMessages(editorMessages);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      list: now.isActive('bulletList'),
    }),
  });
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('prose.toolbar', { field: label })}>
      <ToolButton
        label={t('prose.bold')}
        active={active.bold}
        icon={<IconBold size="1rem" />}
        onPress={() => editor.chain().focus().toggleBold().run()}
      />
      <ToolButton
        label={t('prose.italic')}
        active={active.italic}
        icon={<IconItalic size="1rem" />}
        onPress={() => editor.chain().focus().toggleItalic().run()}
      />
      <ToolButton
        label={t('prose.list')}
        active={active.list}
        icon={<IconList size="1rem" />}
        onPress={() => editor.chain().focus().toggleBulletList().run()}
      />
      <LinkButton editor={editor} />
      <ConditionButton editor={editor} {...condition} />
      <ToolButton
        label={t('prose.placeholder')}
        icon={<IconBraces size="1rem" />}
        onPress={() => editor.chain().focus().insertContent('{{').run()}
      />
      <ProseCommentTools />
    </div>
  );
}
