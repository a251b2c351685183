import { Fragment } from 'react';
import { labelOfKey } from '@daihon/shared/script/callValues';
import { findPlaceholders } from '@daihon/shared/script/placeholders';
import styles from './Booklet.module.css';
import { useBooklet } from './reading.ts';

/** A label or a title on paper: a placeholder is a blank with its name, as in the texts. */
export function PrintedLabel({ text }: { text: string }) {
  const { script } = useBooklet();
  const { uses } = findPlaceholders(text);
  const last = uses.at(-1)?.end ?? 0;
  return (
    <>
      {uses.map(({ key, start }, index) => (
        <Fragment key={start}>
          {text.slice(uses[index - 1]?.end ?? 0, start)}
          <span className={styles.blank}>{labelOfKey(script, key) ?? key}</span>
        </Fragment>
      ))}
      {text.slice(last)}
    </>
  );
}
