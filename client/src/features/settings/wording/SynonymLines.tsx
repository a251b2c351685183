import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { wordingMessages } from './messages.ts';
import styles from './Wording.module.css';

interface Props {
  groups: string[][];
  onChange: (groups: string[][]) => void;
}

/** A line per group of words that mean the same to a search. */
export function SynonymLines({ groups, onChange }: Props) {
  const t = useMessages(wordingMessages);
  const [typed, setTyped] = useState<string | null>(null);
  const alone = typed === null && groups.some((words) => words.length < 2);
  return (
    <fieldset className={styles.table}>
      <legend>{t('synonyms')}</legend>
      <Textarea
        aria-label={t('synonyms')}
        description={t('synonymsLead')}
        placeholder={t('synonymsHint')}
        error={alone ? t('synonymsAlone') : null}
        autosize
        minRows={2}
        maxRows={10}
        value={typed ?? groups.map((words) => words.join('、')).join('\n')}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setTyped(value);
          onChange(groupsOf(value));
        }}
        onBlur={() => setTyped(null)}
      />
    </fieldset>
  );
}

function groupsOf(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => [
      ...new Set(
        line
          .split(/[、,，\t]/u)
          .map((word) => word.trim().slice(0, 100))
          .filter((word) => word !== ''),
      ),
    ])
    .filter((words) => words.length > 0);
}
