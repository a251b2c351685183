import { ActionIcon, Indicator, Tooltip } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useView } from '../session/context.ts';
import { useOpenCount } from './desk/hooks.ts';
import { unfolded } from '../panes/folded.ts';
import { commentMarkMessages } from './markMessages.ts';

/** How many comments are open in the script; opens them all. */
export function CommentsButton() {
  const t = useMessages(commentMarkMessages);
  const { view, comments } = useEditor();
  const count = useOpenCount(null);
  const shown = useView((state) => state.tab === 'comments');
  const toggle = () => {
    if (shown && view.get().pane === 'panel') view.set({ tab: 'step' });
    else {
      comments.set({ scope: 'all' });
      view.set({ tab: 'comments', ...unfolded(view, 'panel') });
    }
  };
  return (
    <Tooltip label={t('tab')}>
      <Indicator label={count} disabled={count === 0} size={16} offset={5} color="orange.8">
        <ActionIcon aria-label={t('open', { count })} aria-pressed={shown} onClick={toggle}>
          <IconMessages size="1.125rem" stroke={1.7} />
        </ActionIcon>
      </Indicator>
    </Tooltip>
  );
}
