import { IconFilterQuestion } from '@tabler/icons-react';
import { useMemo } from 'react';
import { labelOfKey } from '@daihon/shared/script/callValues';
import type { Content } from '@daihon/shared/script/content';
import { useMessages } from '../../../app/i18n.ts';
import { WholeProse } from '../../../script/step/WholeProse.tsx';
import type { ProseManner } from '../../../script/step/WholeProse.tsx';
import { versionsMessages } from '../messages.ts';
import styles from './Content.module.css';
import { Marked } from './Marked.tsx';
import { useReader } from './reader.ts';
import { useConditionWords } from './useConditionWords.ts';

/** A text as it was published: all conditional paragraphs, each with its condition, and placeholders as such. */
export function ContentProse({ content }: { content: Content }) {
  const { script } = useReader();
  const manner = useMemo(
    (): ProseManner => ({
      paragraph: (inner, condition) => (
        <>
          {condition !== null && <When condition={condition} />}
          <p>{inner}</p>
        </>
      ),
      link: (inner, href) => (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {inner}
        </a>
      ),
      text: (text) => <Marked text={text} />,
      placeholder: (key, written) => (
        <span className={styles.placeholder} title={labelOfKey(script, key) ?? undefined}>
          <Marked text={written} />
        </span>
      ),
    }),
    [script],
  );
  return (
    <div className={styles.prose}>
      <WholeProse content={content} manner={manner} />
    </div>
  );
}

/** A condition in the words of the script, the expression itself on hover. */
export function When({ condition }: { condition: string }) {
  const t = useMessages(versionsMessages);
  const words = useConditionWords();
  return (
    <span className={styles.when} title={condition}>
      <IconFilterQuestion size="0.875rem" aria-hidden />
      <span>{t('content.when', { condition: words(condition) })}</span>
    </span>
  );
}
