import type { Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListKeymap } from '@tiptap/extension-list/keymap';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Placeholder as EmptyHint } from '@tiptap/extensions/placeholder';
import type { UndoManager, XmlFragment } from 'yjs';
import type { ScriptProvider } from '../../../wire/draftProvider.ts';
import { renderCaret, renderSelection } from './caret.ts';
import { FreshCaret } from './freshCaret.ts';
import { ConditionMarks } from './conditionMarks.ts';
import type { ConditionMarksOptions } from './conditionMarks.ts';
import { FlatListItem, ParagraphCondition } from './nodes.ts';
import { PlaceholderMarks } from './placeholderMarks.ts';
import { ProseLink } from './ProseLink.ts';
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
  readCaret: () => void;
  /** Of the comments: marks, and proposals in place of edits. */
  comments: Extensions;
}

/** Exactly what a version may hold: paragraphs with a condition, flat bullet lists, bold, italic, links, line breaks. */
export function proseExtensions(setup: ProseSetup): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    HardBreak,
    Bold,
    Italic,
    ProseLink,
    BulletList,
    ListKeymap,
    Dropcursor,
    ParagraphCondition,
    FlatListItem,
    SessionKeys.configure(setup.keys),
    FreshCaret.configure({ readNow: setup.readCaret }),
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
