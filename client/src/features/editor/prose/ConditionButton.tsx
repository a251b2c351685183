import { Popover } from '@mantine/core';
import { IconFilterQuestion } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import type { FieldPlace } from '../panel/fieldPlace.ts';
import { lateView } from '../late/lateParts.ts';
import { useEditor } from '../session/context.ts';
import styles from './ProseField.module.css';
import { ToolButton } from './ToolButton.tsx';

const ConditionEditor = lateView(() => import('../rules/ConditionEditor.tsx'));

interface ConditionButtonProps {
  editor: Editor;
  place: FieldPlace;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** The condition of the paragraphs that hold the caret, as rules; each change of it is one undo. */
export function ConditionButton({ editor, place, open, onOpen }: ConditionButtonProps) {
  const t = useMessages(editorMessages);
  const { session } = useEditor();
  const present = useEditorState({ editor, selector: ({ editor: now }) => conditionOf(now) });
  const write = (when: string | null) => {
    session.undo.separate();
    editor.commands.updateAttributes('paragraph', { when });
    session.undo.separate();
  };
  useOutsidePress(open, () => onOpen(false));
  const close = () => {
    onOpen(false);
    editor.commands.focus();
  };
  return (
    <Popover
      withRoles={false}
      opened={open}
      onChange={onOpen}
      width={380}
      position="bottom-start"
      trapFocus
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <span>
          <ToolButton
            label={t('prose.condition')}
            active={present !== null}
            icon={<IconFilterQuestion size="1rem" />}
            expanded={open}
            onPress={() => onOpen(!open)}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('prose.condition')} className={styles.condition}>
        <strong>{t('prose.condition')}</strong>
        <p>{t('prose.conditionHint')}</p>
        <ConditionEditor
          value={present}
          label={t('prose.condition')}
          place={place}
          removable={present !== null}
          onCommit={write}
          onClose={close}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function conditionOf(editor: Editor): string | null {
  const when: unknown = editor.getAttributes('paragraph').when;
  return typeof when === 'string' && when !== '' ? when : null;
}

/** Lists and menus of the popover lie elsewhere in the page and are no outside. */
const inside = '[role="dialog"], [role="listbox"], [role="menu"], [role="option"], [role="toolbar"]';

function useOutsidePress(open: boolean, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!open) return;
    const press = ({ target }: PointerEvent) => {
      if (target instanceof Element && target.closest(inside) === null) latest.current();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [open]);
}
