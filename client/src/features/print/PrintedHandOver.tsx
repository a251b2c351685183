import { useMemo } from 'react';
import { labelOfKey } from '@daihon/shared/script/callValues';
import { explain, labelsOf } from '@daihon/shared/script/explain';
import type { Jump } from '@daihon/shared/script/schema';
import { useMessages } from '../../app/i18n.ts';
import styles from './Booklet.module.css';
import { printMessages } from './messages.ts';
import { useBooklet } from './reading.ts';

/** What a call hands to the part and what it takes back from it, a line each. */
export function PrintedHandOver({ jump: { inputs = [], outputs = [] } }: { jump: Jump }) {
  const t = useMessages(printMessages);
  const { script } = useBooklet();
  const labels = useMemo(() => labelsOf(script), [script]);
  if (inputs.length === 0 && outputs.length === 0) return null;
  const named = (key: string): string => labelOfKey(script, key) ?? key;
  /** A key alone is named; a rule is put into words. */
  const said = (from: string): string =>
    labelOfKey(script, from.trim()) ?? explain(from, {}, labels, script.language).sentence;
  return (
    <ul className={styles.handed}>
      {inputs.map(({ key, from }) => (
        <li key={key}>{t('handsIn', { key, value: said(from) })}</li>
      ))}
      {outputs.map(({ key, to }) => (
        <li key={`${key} ${to}`}>{t('takesBack', { key, field: named(to) })}</li>
      ))}
    </ul>
  );
}
