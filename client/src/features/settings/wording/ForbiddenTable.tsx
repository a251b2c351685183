import { NativeSelect, TextInput } from '@mantine/core';
import type { Wording } from '@daihon/shared/settings';
import { useMessages } from '../../../app/i18n.ts';
import { wordingMessages } from './messages.ts';
import { forbiddenFrom, joined } from './pastedLines.ts';
import { repeated } from './repeated.ts';
import styles from './Wording.module.css';
import { WordTable } from './WordTable.tsx';

type Row = Wording['forbidden'][number];

export function ForbiddenTable({ rows, onChange }: { rows: Row[]; onChange: (rows: Row[]) => void }) {
  const t = useMessages(wordingMessages);
  const twice = repeated(rows.map(({ word }) => word));
  const set = (index: number, patch: Partial<Row>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...patch } : row)));
  return (
    <WordTable
      title={t('forbidden')}
      lead={t('forbiddenLead')}
      pasteHint={t('pasteForbidden')}
      names={rows.map(({ word }) => word)}
      read={forbiddenFrom}
      onPaste={(fresh) => onChange(joined(rows, fresh, ({ word }) => word))}
      onAdd={() => onChange([...rows, { word: '', instead: '', severity: 'error' }])}
      onRemove={(index) => onChange(rows.filter((_, at) => at !== index))}
    >
      {(index) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <div className={styles.forbidden}>
            <TextInput
              aria-label={t('wordOf', { n: index + 1 })}
              placeholder={t('word')}
              maxLength={100}
              value={row.word}
              error={twice.has(index) ? t('twice') : null}
              onChange={(event) => set(index, { word: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t('insteadOf', { n: index + 1 })}
              placeholder={t('instead')}
              maxLength={200}
              value={row.instead}
              onChange={(event) => set(index, { instead: event.currentTarget.value })}
            />
            <NativeSelect
              aria-label={t('severityOf', { n: index + 1 })}
              value={row.severity}
              data={[
                { value: 'error', label: t('error') },
                { value: 'warning', label: t('warning') },
              ]}
              onChange={(event) =>
                set(index, { severity: event.currentTarget.value === 'warning' ? 'warning' : 'error' })
              }
            />
          </div>
        );
      }}
    </WordTable>
  );
}
