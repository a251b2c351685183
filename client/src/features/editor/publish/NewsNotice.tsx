import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { listText, useMessages } from '../../../app/i18n.ts';
import { scriptWords } from '../../../script/words.ts';
import type { Changes } from './changes.ts';
import { publishMessages } from './messages.ts';
import styles from './Publish.module.css';

interface NewsNoticeProps {
  changes: Changes;
  /** What was looked at: it still names what would no longer go out. */
  looked: Changes;
  news: readonly string[];
  onLook: () => void;
}

/** Colleagues have changed something since this person looked: what, and one click to look and go on. */
export function NewsNotice({ changes, looked, news, onLook }: NewsNoticeProps) {
  const t = useMessages(publishMessages);
  const words = useMessages(scriptWords);
  const titles = new Map([...looked.diff.steps, ...changes.diff.steps].map(({ id, title }) => [id, title]));
  const lines = news.map((id) => {
    const title = titles.get(id) ?? '';
    const step = id === '' ? words('whole') : title === '' ? t('untitled') : title;
    const names = changes.authors.filter(({ stepIds }) => stepIds.includes(id)).map(({ name }) => name);
    return names.length === 0 ? step : t('newsOf', { step, names });
  });
  return (
    <div className={styles.news} role="alert">
      <div>
        <strong>{t('news')}</strong>
        <p>{listText(lines)}</p>
      </div>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconEye size="0.875rem" aria-hidden />}
        onClick={onLook}
      >
        {t('newsLook')}
      </Button>
    </div>
  );
}
