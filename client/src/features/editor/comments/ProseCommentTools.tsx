import { IconMessagePlus, IconPencilPlus } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { ToolButton } from '../prose/ToolButton.tsx';
import { useCommentActions } from './desk/hooks.ts';
import { commentMarkMessages } from './markMessages.ts';

/** In a text's tools: comment on what is selected in it, or propose a change there; at the caret, an insertion. */
export function ProseCommentTools() {
  const t = useMessages(commentMarkMessages);
  const actions = useCommentActions();
  return (
    <>
      <ToolButton
        label={t('add')}
        icon={<IconMessagePlus size="1rem" />}
        onPress={() => actions.composeHere('comment')}
      />
      <ToolButton
        label={t('suggest')}
        icon={<IconPencilPlus size="1rem" />}
        onPress={() => actions.composeHere('suggestion')}
      />
    </>
  );
}
