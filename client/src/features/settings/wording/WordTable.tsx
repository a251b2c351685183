import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconClipboardText, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { wordingMessages } from './messages.ts';
import styles from './Wording.module.css';

interface Props<T> {
  title: string;
  lead: string;
  pasteHint: string;
  /** What each row is called, for the names of its buttons. */
  names: readonly string[];
  read: (text: string) => { rows: T[]; skipped: number };
  onPaste: (rows: T[]) => void;
  onAdd: () => void;
  onRemove: (index: number) => void;
  children: (index: number) => ReactNode;
}

/** Rows of words to be typed, or many of them pasted at once. */
export function WordTable<T>(props: Props<T>) {
  const { title, lead, names, onAdd, onRemove, children } = props;
  const t = useMessages(wordingMessages);
  const [pasting, setPasting] = useState(false);
  return (
    <fieldset className={styles.table}>
      <legend>{title}</legend>
      <p>{lead}</p>
      {names.length === 0 && <p>{t('none')}</p>}
      {names.map((name, index) => (
        <div className={styles.row} key={index}>
          {children(index)}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('remove', { word: name === '' ? t('row', { n: index + 1 }) : name })}
            onClick={() => onRemove(index)}
          >
            <IconTrash size="1.1rem" aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={styles.tools}>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size="1rem" aria-hidden />}
          disabled={names.length >= 1_000}
          onClick={onAdd}
        >
          {t('add')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          aria-expanded={pasting}
          leftSection={<IconClipboardText size="1rem" aria-hidden />}
          onClick={() => setPasting(!pasting)}
        >
          {t('paste')}
        </Button>
      </div>
      {pasting && <Paste {...props} onDone={() => setPasting(false)} />}
    </fieldset>
  );
}

function Paste<T>({ pasteHint, read, onPaste, onDone }: Props<T> & { onDone: () => void }) {
  const t = useMessages(wordingMessages);
  const [text, setText] = useState('');
  const { rows, skipped } = read(text);
  return (
    <div className={styles.paste}>
      <Textarea
        label={t('pasteText')}
        description={pasteHint}
        autosize
        minRows={3}
        maxRows={12}
        value={text}
        error={skipped > 0 ? t('skipped', { count: skipped }) : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        size="xs"
        disabled={rows.length === 0}
        onClick={() => {
          onPaste(rows);
          onDone();
        }}
      >
        {t('takeIn', { count: rows.length })}
      </Button>
    </div>
  );
}
