type Caret = readonly [anchor: Node | null, anchorOffset: number, focus: Node | null, focusOffset: number];

export interface CaretWatch {
  /** Has the text editors read a caret that has moved and not yet been told of. */
  readNow: () => void;
  stop: () => void;
}

/**
 * A browser moves the caret at a key and tells of it a frame later. A text editor that draws anew in between, for a colleague's
 * change, puts back the caret it knows: the key is lost, and what is typed next goes elsewhere or replaces what was selected.
 */
export function watchCaret(page: Document): CaretWatch {
  let told = caretOf(page);
  const remember = () => {
    told = caretOf(page);
  };
  page.addEventListener('selectionchange', remember, { capture: true });
  return {
    readNow: () => {
      const now = caretOf(page);
      if (now.every((part, index) => part === told[index])) return;
      page.dispatchEvent(new Event('selectionchange'));
    },
    stop: () => page.removeEventListener('selectionchange', remember, { capture: true }),
  };
}

function caretOf(page: Document): Caret {
  const selection = page.getSelection();
  if (selection === null) return [null, 0, null, 0];
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return [anchorNode, anchorOffset, focusNode, focusOffset];
}
