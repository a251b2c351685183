import type { Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Placeholder as EmptyHint } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import type { UndoManager, XmlFragment } from 'yjs';
import type { ScriptProvider } from '../../../wire/draftProvider.ts';
import { renderCaret, renderSelection } from './caret.ts';
import { ConditionMarks } from './conditionMarks.ts';
import type { ConditionMarksOptions } from './conditionMarks.ts';
import { FlatListItem, ParagraphCondition } from './nodes.ts';
import { PlaceholderMarks } from './placeholderMarks.ts';
import { PlaceholderTrigger } from './placeholderTrigger.ts';
import type { TriggerListener } from './placeholderTrigger.ts';
import { SessionKeys } from './sessionKeys.ts';
import type { SessionCommands } from './sessionKeys.ts';

export interface ProseSetup {
  fragment: XmlFragment;
  undoManager: UndoManager;
  provider: ScriptProvider;
  user: { id: string; name: string; color: string };
  emptyHint: string;
  isKnownKey: (key: string) => boolean;
  conditions: ConditionMarksOptions;
  onTrigger: TriggerListener;
  keys: SessionCommands;
  /** Of the comments: marks, and proposals in place of edits. */
  comments: Extensions;
}

/** Exactly what a version may hold: paragraphs with a condition, flat bullet lists, bold, italic, links, line breaks. */
export function proseExtensions(setup: ProseSetup): Extensions {
  return [
    StarterKit.configure({
      undoRedo: false,
      listItem: false,
      heading: false,
      blockquote: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      orderedList: false,
      strike: false,
      underline: false,
      trailingNode: false,
      link: { openOnClick: false, autolink: false, isAllowedUri: (url) => isSafe(url) },
    }),
    ParagraphCondition,
    FlatListItem,
    SessionKeys.configure(setup.keys),
    EmptyHint.configure({ placeholder: setup.emptyHint }),
    Collaboration.configure({
      fragment: setup.fragment,
      yUndoOptions: { undoManager: setup.undoManager },
    }),
    CollaborationCaret.configure({
      provider: setup.provider,
      user: setup.user,
      render: renderCaret,
      selectionRender: renderSelection,
    }),
    ConditionMarks.configure(setup.conditions),
    PlaceholderMarks.configure({ isKnownKey: setup.isKnownKey }),
    PlaceholderTrigger.configure({ onTrigger: setup.onTrigger }),
    ...setup.comments,
  ];
}

function isSafe(url: string): boolean {
  return /^(https:\/\/|mailto:|tel:)/u.test(url);
}
