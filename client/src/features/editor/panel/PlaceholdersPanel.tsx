import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { addPlaceholder, removePlaceholder, setPlaceholder } from '@daihon/shared/script/draft/editScript';
import type { PlaceholderPatch } from '@daihon/shared/script/draft/editScript';
import { PlaceholderType } from '@daihon/shared/script/schema';
import { isReservedKey } from '@daihon/shared/script/reservedKeys';
import type { Placeholder } from '@daihon/shared/script/schema';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { isIme } from '../keys/ime.ts';
import { typeWords } from '../../../script/fieldTypes.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useReadOnly, useScript } from '../session/context.ts';
import { CommitInput } from './CommitInput.tsx';
import { keyProblem } from './keyProblem.ts';
import styles from './Panel.module.css';
import { PanelHead } from './PanelHead.tsx';

/** The values that calls fill into the text. */
export function PlaceholdersPanel() {
  const t = useMessages(editorMessages);
  const { placeholders } = useScript();
  return (
    <>
      <PanelHead title={t('placeholders.title')} hint={t('placeholders.hint', { open: '{{', shut: '}}' })} />
      {placeholders.length === 0 && <p className={styles.hint}>{t('placeholders.empty')}</p>}
      <ul className={styles.items}>
        {placeholders.map((placeholder) => (
          <PlaceholderRow key={placeholder.key} placeholder={placeholder} />
        ))}
      </ul>
      <NewPlaceholder known={placeholders.map(({ key }) => key)} />
    </>
  );
}

function PlaceholderRow({ placeholder }: { placeholder: Placeholder }) {
  const t = useMessages(editorMessages);
  const types = useMessages(typeWords);
  const { session } = useEditor();
  const readOnly = useReadOnly();
  const { key } = placeholder;
  const set = (patch: PlaceholderPatch) =>
    session.edit((doc) => setPlaceholder(doc, key, patch, session.origin));
  const text = (part: 'label' | 'example' | 'fallback') => (
    <label className={styles.labelled}>
      <span>{t(`placeholders.${part}`)}</span>
      <CommitInput
        className={styles.input}
        value={placeholder[part]}
        label={`${t(`placeholders.${part}`)}: ${key}`}
        place={{ stepId: null, field: `placeholder:${key}:${part}` }}
        onCommit={(value) => set({ [part]: value })}
      />
    </label>
  );
  return (
    <li className={styles.item}>
      <div className={styles.itemBody}>
        <div className={styles.row}>
          <code className={styles.keyName}>{`{{${key}}}`}</code>
          <Select
            role="combobox"
            className={styles.short}
            size="xs"
            aria-label={`${t('placeholders.type')}: ${key}`}
            data={PlaceholderType.options.map((value) => ({
              value,
              label: types(`placeholder.${value}`),
            }))}
            value={placeholder.type}
            disabled={readOnly}
            onChange={(type) => {
              const next = PlaceholderType.safeParse(type);
              if (next.success) set({ type: next.data });
            }}
          />
          <ActionIcon
            size="md"
            aria-label={`${t('placeholders.remove')}: ${key}`}
            disabled={readOnly}
            onClick={() => session.edit((doc) => removePlaceholder(doc, key, session.origin))}
          >
            <IconTrash size="1rem" stroke={1.7} />
          </ActionIcon>
        </div>
        {isReservedKey(key) && (
          <span className={styles.error} role="alert">
            {t('placeholders.keyReserved', { key })}
          </span>
        )}
        {text('label')}
        {text('example')}
        {text('fallback')}
      </div>
    </li>
  );
}

function NewPlaceholder({ known }: { known: string[] }) {
  const t = useMessages(editorMessages);
  const { session } = useEditor();
  const readOnly = useReadOnly();
  const [typed, setTyped] = useState('');
  const key = typed.normalize('NFKC').trim();
  const problem = key === '' ? null : known.includes(key) ? 'exists' : keyProblem(key);
  const add = () => {
    if (key === '' || problem !== null) return;
    const placeholder: Placeholder = { key, label: '', type: 'text', example: '', fallback: '' };
    session.edit((doc) => addPlaceholder(doc, placeholder, session.origin));
    setTyped('');
  };
  return (
    <div className={styles.condition}>
      <div className={styles.row}>
        <input
          className={styles.code}
          value={typed}
          aria-label={t('placeholders.key')}
          placeholder={t('placeholders.keyHint')}
          disabled={readOnly}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isIme(event.nativeEvent)) add();
          }}
        />
        <Button size="compact-md" variant="light" leftSection={<IconPlus size="0.875rem" />} onClick={add}>
          {t('placeholders.add')}
        </Button>
      </div>
      {problem !== null && (
        <span className={styles.error} role="alert">
          {t(`placeholders.${problem}`, { key })}
        </span>
      )}
    </div>
  );
}
