import { Anchor } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor } from '../session/context.ts';
import { useDesk } from './desk/hooks.ts';
import { commentMessages } from './messages.ts';
import { unfolded } from '../panes/folded.ts';

/** Before publishing: what is still being talked about. A warning, not a bar. */
export function OpenComments() {
  const t = useMessages(commentMessages);
  const { view, comments } = useEditor();
  const threads = useDesk((state) => state.threads);
  const open = threads.filter(({ state }) => state === 'open');
  const suggestions = open.filter(({ suggestion }) => suggestion !== null).length;
  if (open.length === 0) return null;
  const show = () => {
    comments.set({ scope: 'all', filter: 'open' });
    view.set({ dialog: null, tab: 'comments', ...unfolded(view, 'panel') });
  };
  return (
    <p data-tone="warn">
      <IconMessages size="1.125rem" stroke={1.7} aria-hidden />
      {t('publishOpen', { comments: open.length - suggestions, suggestions })}
      <Anchor component="button" type="button" ml="xs" onClick={show}>
        {t('show')}
      </Anchor>
    </p>
  );
}
