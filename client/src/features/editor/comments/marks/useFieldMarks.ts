import type { StepRole } from '@daihon/shared/script/schema';
import type { Extensions } from '@tiptap/core';
import { useMemo } from 'react';
import { useEditor } from '../../session/context.ts';
import { useCommentActions } from '../desk/hooks.ts';
import { CommentMarks } from './CommentMarks.ts';
import { FieldMarks } from './fieldMarks.ts';
import { SuggestMode } from './SuggestMode.ts';

/** What a step's text needs to show comments and to take proposals. */
export function useFieldMarks(stepId: string, role: StepRole): Extensions {
  const { session, comments } = useEditor();
  const actions = useCommentActions();
  return useMemo(() => {
    const field = new FieldMarks(session, comments, stepId, role);
    return [
      CommentMarks.configure({ field, onOpen: actions.openById }),
      SuggestMode.configure({
        field,
        onPropose: (range) => {
          const anchor = field.anchor(range);
          if (anchor !== null) actions.compose('suggestion', anchor);
        },
      }),
    ];
  }, [session, comments, actions, stepId, role]);
}
