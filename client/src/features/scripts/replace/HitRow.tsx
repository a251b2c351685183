import { Checkbox } from '@mantine/core';
import type { FoundHit } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import styles from './Replace.module.css';
import { replaceMessages } from './messages.ts';

interface Props {
  hit: FoundHit;
  text: string;
  checked: boolean;
  onCheck: (checked: boolean) => void;
}

/** How much of a long text is shown around a place. */
const around = 60;

/** One place: what goes and what comes, in the words around it. */
export function HitRow({ hit, text, checked, onCheck }: Props) {
  const t = useMessages(replaceMessages);
  const { part, stepId, stepTitle, from, to } = hit;
  const quote = hit.text.slice(from, to);
  const step = stepId === null ? t(part === 'title' ? 'scriptTitle' : 'whole') : stepTitle;
  const lead = hit.text.slice(Math.max(0, from - around), from).replace(/^[\uDC00-\uDFFF]/u, '');
  const tail = hit.text.slice(to, to + around).replace(/[\uD800-\uDBFF]$/u, '');
  return (
    <li className={styles.hit} data-off={!checked || undefined}>
      <label>
        <Checkbox
          size="xs"
          aria-label={t('chooseHit', { step, text: lead + quote + tail })}
          checked={checked}
          onChange={(event) => onCheck(event.currentTarget.checked)}
        />
        <span className={styles.place}>
          <strong>{step}</strong>
          <span className={styles.part}>{t(`part.${part}`)}</span>
        </span>
        <span className={styles.line}>
          {from > around && '…'}
          {lead}
          <del>{quote}</del>
          {text !== '' && <ins>{text}</ins>}
          {tail}
          {hit.text.length > to + around && '…'}
        </span>
      </label>
    </li>
  );
}
