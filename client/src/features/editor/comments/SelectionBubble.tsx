import { Portal } from '@mantine/core';
import { IconMessagePlus, IconPencilPlus } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { useCommentActions } from './desk/hooks.ts';
import { commentMarkMessages } from './markMessages.ts';
import styles from './Comments.module.css';

interface Spot {
  left: number;
  top: number;
}

const heightPx = 40;

/** Beside a selection in a text: comment on it, or propose other words. Never while an input method composes. */
export function SelectionBubble({ editor }: { editor: Editor }) {
  const t = useMessages(commentMarkMessages);
  const actions = useCommentActions();
  const spot = useSelectionSpot(editor);
  if (spot === null) return null;
  return (
    <Portal>
      <div
        className={styles.bubble}
        role="toolbar"
        aria-label={t('selectionTools')}
        style={spot}
        onMouseDown={(event) => event.preventDefault()}
      >
        <button type="button" onClick={() => actions.composeHere('comment')}>
          <IconMessagePlus size="1rem" aria-hidden />
          {t('add')}
        </button>
        <button type="button" onClick={() => actions.composeHere('suggestion')}>
          <IconPencilPlus size="1rem" aria-hidden />
          {t('suggest')}
        </button>
      </div>
    </Portal>
  );
}

/** Above the first selected character, below the last one where there is no room; null without a selection. */
function useSelectionSpot(editor: Editor): Spot | null {
  const [spot, setSpot] = useState<Spot | null>(null);
  useEffect(() => {
    const look = () => setSpot(spotOf(editor));
    const hide = () => setSpot(null);
    editor.on('selectionUpdate', look);
    editor.on('focus', look);
    editor.on('blur', hide);
    // What scrolls away takes its tools with it.
    window.addEventListener('scroll', hide, { capture: true, passive: true });
    return () => {
      editor.off('selectionUpdate', look);
      editor.off('focus', look);
      editor.off('blur', hide);
      window.removeEventListener('scroll', hide, { capture: true });
    };
  }, [editor]);
  return spot;
}

function spotOf({ view, state }: Editor): Spot | null {
  const { empty, from, to } = state.selection;
  if (empty || view.composing || !view.hasFocus()) return null;
  const start = view.coordsAtPos(from);
  const end = view.coordsAtPos(to, -1);
  const above = start.top - heightPx - 6;
  return {
    left: Math.max(8, Math.min(start.left, window.innerWidth - 240)),
    top: above > 8 ? above : end.bottom + 6,
  };
}
