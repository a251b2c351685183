import { translate } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { editorMessages } from '../messages.ts';
import type { RemovalNews } from './removalNews.ts';

/** Names who has deleted what this person was in; words that stood in a paragraph can be had back. */
export function tellRemoved({ kind, text, name }: RemovalNews): void {
  const t = (key: string, values?: Record<string, string>) => translate(editorMessages, key, values);
  const who = name === null ? t('removed.someone') : t('removed.by', { name });
  if (kind !== 'paragraph') {
    toast.warning(t(`removed.${kind}`, { who, label: text.trim() === '' ? t('untitled') : text }));
    return;
  }
  const copy = () =>
    void navigator.clipboard.writeText(text).then(() => toast.success(t('saved.lostCopied')));
  const words = t('removed.paragraph', { who });
  if (text.trim() === '') toast.info(words);
  else toast.warning(words, { label: t('saved.lostCopy'), run: copy });
}
