import { Button } from '@mantine/core';
import { addPlaceholder } from '@daihon/shared/script/draft/editScript';
import type { Placeholder } from '@daihon/shared/script/schema';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { isIme } from '../../keys/ime.ts';
import { editorMessages } from '../../messages.ts';
import { useEditor, useReadOnly } from '../../session/context.ts';
import { keyProblem } from '../keyProblem.ts';
import styles from '../Panel.module.css';

export function NewPlaceholder({ known }: { known: string[] }) {
  const t = useMessages(editorMessages);
  const { session, view } = useEditor();
  const readOnly = useReadOnly();
  const [typed, setTyped] = useState('');
  const key = typed.normalize('NFKC').trim();
  const problem = key === '' ? null : known.includes(key) ? 'exists' : keyProblem(key);
  const add = () => {
    if (key === '' || problem !== null) return;
    const placeholder: Placeholder = { key, label: '', type: 'text', example: '', fallback: '' };
    session.edit((doc) => addPlaceholder(doc, placeholder, session.origin));
    setTyped('');
    view.set({ focusField: { field: `placeholder:${key}:label`, at: Date.now() } });
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
