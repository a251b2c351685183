import { TextInput } from '@mantine/core';
import type { Wording } from '@daihon/shared/settings';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { wordingMessages } from './messages.ts';
import { joined, preferredFrom, variantsFrom } from './pastedLines.ts';
import { repeated } from './repeated.ts';
import styles from './Wording.module.css';
import { WordTable } from './WordTable.tsx';

type Row = Wording['preferred'][number];

export function PreferredTable({ rows, onChange }: { rows: Row[]; onChange: (rows: Row[]) => void }) {
  const t = useMessages(wordingMessages);
  const twice = repeated(rows.map(({ use }) => use));
  const set = (index: number, patch: Partial<Row>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...patch } : row)));
  return (
    <WordTable
      title={t('preferred')}
      lead={t('preferredLead')}
      pasteHint={t('pastePreferred')}
      names={rows.map(({ use }) => use)}
      read={preferredFrom}
      onPaste={(fresh) => onChange(joined(rows, fresh, ({ use }) => use))}
      onAdd={() => onChange([...rows, { use: '', variants: [] }])}
      onRemove={(index) => onChange(rows.filter((_, at) => at !== index))}
    >
      {(index) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <div className={styles.preferred}>
            <TextInput
              aria-label={t('useOf', { n: index + 1 })}
              placeholder={t('use')}
              maxLength={100}
              value={row.use}
              error={twice.has(index) ? t('twice') : null}
              onChange={(event) => set(index, { use: event.currentTarget.value })}
            />
            <VariantsInput
              label={t('variantsOf', { n: index + 1 })}
              variants={row.variants}
              onChange={(variants) => set(index, { variants })}
            />
          </div>
        );
      }}
    </WordTable>
  );
}

interface VariantsProps {
  label: string;
  variants: string[];
  onChange: (variants: string[]) => void;
}

/** As it is typed: a comma at the end begins the next one and must not vanish. */
function VariantsInput({ label, variants, onChange }: VariantsProps) {
  const t = useMessages(wordingMessages);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      aria-label={label}
      placeholder={t('variants')}
      maxLength={2_000}
      value={typed ?? variants.join('、')}
      error={typed === null && variants.length === 0 ? t('needed') : null}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(variantsFrom(event.currentTarget.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
