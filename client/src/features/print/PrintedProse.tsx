import { useMemo } from 'react';
import { labelOfKey } from '@daihon/shared/script/callValues';
import type { Content } from '@daihon/shared/script/content';
import { explain, labelsOf } from '@daihon/shared/script/explain';
import { useMessages } from '../../app/i18n.ts';
import { WholeProse } from '../../script/step/WholeProse.tsx';
import type { ProseManner } from '../../script/step/WholeProse.tsx';
import styles from './Booklet.module.css';
import { printMessages } from './messages.ts';
import { useBooklet } from './reading.ts';

/** A text on paper: a placeholder is a blank with its name, a link is underlined. */
export function PrintedProse({ content }: { content: Content }) {
  const { script } = useBooklet();
  const manner = useMemo(
    (): ProseManner => ({
      paragraph: (inner, condition) => (
        <p>
          {condition !== null && <When condition={condition} />}
          {inner}
        </p>
      ),
      link: (inner) => <u>{inner}</u>,
      text: (text) => text,
      placeholder: (key) => <span className={styles.blank}>{labelOfKey(script, key) ?? key}</span>,
    }),
    [script],
  );
  return (
    <div className={styles.prose}>
      <WholeProse content={content} manner={manner} />
    </div>
  );
}

/** A condition in the words of the script. */
export function When({ condition }: { condition: string }) {
  const t = useMessages(printMessages);
  const { script } = useBooklet();
  const labels = useMemo(() => labelsOf(script), [script]);
  const { sentence } = explain(condition, {}, labels, script.language);
  return <span className={styles.when}>{t('when', { condition: sentence })}</span>;
}
