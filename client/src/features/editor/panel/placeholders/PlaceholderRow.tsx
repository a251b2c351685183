import { ActionIcon, Checkbox, Select, Tooltip } from '@mantine/core';
import { removePlaceholder, setPlaceholder } from '@daihon/shared/script/draft/editScript';
import type { PlaceholderPatch } from '@daihon/shared/script/draft/editScript';
import { renamePlaceholder } from '@daihon/shared/script/draft/renameKey';
import { oneOf, placeholderTypes } from '@daihon/shared/script/kinds';
import type { Placeholder } from '@daihon/shared/script/schema';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { typeWords } from '../../../../script/fieldTypes.ts';
import { toast } from '../../../../ui/toasts.ts';
import { editorMessages } from '../../messages.ts';
import { useEditor, useReadOnly, useScript } from '../../session/context.ts';
import { usesOf } from '../../session/keyUses.ts';
import { CommitInput } from '../CommitInput.tsx';
import { KeyInput } from '../KeyInput.tsx';
import { keyProblem } from '../keyProblem.ts';
import { panelMessages } from '../messages.ts';
import styles from '../Panel.module.css';
import { PlaceholderUses } from './PlaceholderUses.tsx';

/** One placeholder: its key, what it is called, how it looks, what is said without it, and where it stands. */
export function PlaceholderRow({ placeholder }: { placeholder: Placeholder }) {
  const t = useMessages(editorMessages);
  const tp = useMessages(panelMessages);
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
        placeholder={tp(`placeholder.${part}Hint`)}
        onCommit={(value) => set({ [part]: value })}
      />
    </label>
  );
  return (
    <li className={styles.item}>
      <div className={styles.itemBody}>
        <div className={styles.fieldKey}>
          <PlaceholderKey placeholder={placeholder} />
          <Select
            role="combobox"
            className={styles.short}
            size="xs"
            aria-label={`${t('placeholders.type')}: ${key}`}
            data={placeholderTypes.map((value) => ({ value, label: types(`placeholder.${value}`) }))}
            value={placeholder.type}
            disabled={readOnly}
            onChange={(type) => {
              const next = oneOf(placeholderTypes, type);
              if (next !== null) set({ type: next });
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
        {text('label')}
        {text('example')}
        {text('fallback')}
        <Tooltip label={tp('placeholder.inputHint')} multiline maw={260} refProp="rootRef">
          <Checkbox
            size="xs"
            label={tp('placeholder.input')}
            checked={placeholder.input === true}
            disabled={readOnly}
            onChange={(event) => set({ input: event.currentTarget.checked ? true : null })}
          />
        </Tooltip>
        <PlaceholderUses name={key} />
      </div>
    </li>
  );
}

/** The key; a new one goes everywhere that the old one stood, in one undo. */
function PlaceholderKey({ placeholder: { key } }: { placeholder: Placeholder }) {
  const t = useMessages(editorMessages);
  const tp = useMessages(panelMessages);
  const { session } = useEditor();
  const script = useScript();
  const [inside, setInside] = useState(false);
  const count = usesOf(script, key).length;
  const problem = (wanted: string) => {
    if (wanted !== key && script.placeholders.some((other) => other.key === wanted))
      return t('placeholders.exists');
    const reason = keyProblem(wanted);
    return reason === null ? null : t(`placeholders.${reason}`, { key: wanted });
  };
  const rename = (to: string) => {
    session.edit((doc) => renamePlaceholder(doc, key, to, session.origin));
    if (count > 0) toast.success(tp('key.renamed', { from: key, to, count }));
  };
  return (
    <div className={styles.condition} onFocus={() => setInside(true)} onBlur={() => setInside(false)}>
      <KeyInput
        value={key}
        label={`${t('placeholders.key')}: ${key}`}
        place={{ stepId: null, field: `placeholder:${key}:key` }}
        placeholder={t('placeholders.keyHint')}
        problem={problem}
        onCommit={rename}
      />
      {inside && count > 0 && <span className={styles.note}>{tp('key.uses', { count })}</span>}
    </div>
  );
}
