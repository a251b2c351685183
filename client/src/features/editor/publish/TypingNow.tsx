import { IconPencil } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { usePeers } from '../session/context.ts';
import { publishMessages } from './messages.ts';

/** Who is at work at this moment: composing words are waited for, others are only named. */
export function TypingNow() {
  const t = useMessages(publishMessages);
  const peers = usePeers();
  const typing = peers.filter((peer) => peer.typing).map(({ user }) => user.name);
  const editing = peers
    .filter((peer) => !peer.typing && peer.focus?.field != null)
    .map(({ user }) => user.name);
  return (
    <>
      {typing.length > 0 && <Line text={t('typingWait', { names: typing })} />}
      {editing.length > 0 && <Line text={t('editingNow', { names: editing })} />}
    </>
  );
}

function Line({ text }: { text: string }) {
  return (
    <p data-tone="warn">
      <IconPencil size="1.125rem" stroke={1.7} aria-hidden />
      {text}
    </p>
  );
}
