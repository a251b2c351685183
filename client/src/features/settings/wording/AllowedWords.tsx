import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { wordingMessages } from './messages.ts';
import styles from './Wording.module.css';

/** One word a line. */
export function AllowedWords({ words, onChange }: { words: string[]; onChange: (words: string[]) => void }) {
  const t = useMessages(wordingMessages);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <fieldset className={styles.table}>
      <legend>{t('allowed')}</legend>
      <Textarea
        aria-label={t('allowed')}
        description={t('allowedLead')}
        autosize
        minRows={2}
        maxRows={10}
        value={typed ?? words.join('\n')}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setTyped(value);
          const lines = value.split('\n').map((line) => line.trim().slice(0, 100));
          onChange([...new Set(lines.filter((line) => line !== ''))]);
        }}
        onBlur={() => setTyped(null)}
      />
    </fieldset>
  );
}
