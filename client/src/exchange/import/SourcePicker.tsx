import { Button, FileButton, Stack, Textarea } from '@mantine/core';
import { IconClipboardText, IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { DragEvent } from 'react';
import { useMessages } from '../../app/i18n.ts';
import { usePreferences } from '../../app/preferences.ts';
import { problemText } from '../../ui/problemText.ts';
import { toast } from '../../ui/toasts.ts';
import { api } from '../../wire/http.ts';
import { saveFile } from '../saveFile.ts';
import styles from './Import.module.css';
import { importMessages } from './messages.ts';

interface Props {
  onFile: (file: File) => void;
  onText: (text: string) => void;
}

/** A file dropped or chosen, or a text pasted. */
export function SourcePicker({ onFile, onText }: Props) {
  const t = useMessages(importMessages);
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState('');
  return (
    <Stack gap="md">
      <DropArea onFile={onFile} />
      {pasting ? (
        <Stack gap="xs">
          <Textarea
            label={t('pasteLabel')}
            description={t('pasteHint')}
            placeholder={t('pasteExample')}
            autosize
            minRows={7}
            maxRows={16}
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button
            disabled={text.trim() === ''}
            onClick={() => onText(text)}
            style={{ alignSelf: 'flex-end' }}
          >
            {t('read')}
          </Button>
        </Stack>
      ) : (
        <Button
          variant="subtle"
          leftSection={<IconClipboardText size="1rem" aria-hidden />}
          onClick={() => setPasting(true)}
          style={{ alignSelf: 'center' }}
        >
          {t('paste')}
        </Button>
      )}
      <Examples />
    </Stack>
  );
}

function DropArea({ onFile }: Pick<Props, 'onFile'>) {
  const t = useMessages(importMessages);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size="1.75rem" stroke={1.5} aria-hidden />
      <strong>{t('drop')}</strong>
      <FileButton
        accept=".xlsx,.csv,.tsv,.txt,.md,.markdown,.json"
        onChange={(file) => {
          if (file !== null) onFile(file);
        }}
        inputProps={{ 'aria-label': t('choose') }}
      >
        {(props) => (
          <Button variant="default" {...props}>
            {t('choose')}
          </Button>
        )}
      </FileButton>
      <span className={styles.quiet}>{t('kinds')}</span>
    </div>
  );
}

function Examples() {
  const t = useMessages(importMessages);
  const { language } = usePreferences();
  const get = async (format: 'xlsx' | 'csv' | 'markdown'): Promise<void> => {
    try {
      const file = await api.download(`/api/imports/example?format=${format}&language=${language}`);
      saveFile(file.blob, file.name);
    } catch (error) {
      toast.error(problemText(error));
    }
  };
  return (
    <div className={styles.examples}>
      <span>{t('examples')}</span>
      {(['xlsx', 'csv', 'markdown'] as const).map((format) => (
        <Button key={format} variant="subtle" size="compact-sm" onClick={() => void get(format)}>
          {t(`example.${format}`)}
        </Button>
      ))}
    </div>
  );
}
