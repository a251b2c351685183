import { useMessages } from '../../../app/i18n.ts';
import { checksMessages } from '../checks/messages.ts';
import { commentMessages } from '../comments/messages.ts';
import { editorMessages } from '../messages.ts';
import { keyMessages } from './messages.ts';

/** What a key does, from whichever catalogue says it. */
export function useKeyWords(): (name: string) => string {
  const t = useMessages(editorMessages.namespace);
  const talk = useMessages(commentMessages.namespace);
  const own = useMessages(keyMessages.namespace);
  const checks = useMessages(checksMessages.namespace);
  return (name) =>
    [own(name), checks(name), talk(`keys.${name}`), t(`keys.${name}`)].find(
      (text) => text !== name && !text.startsWith('keys.'),
    ) ?? name;
}
