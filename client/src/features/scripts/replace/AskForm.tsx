import { Button, Checkbox, Chip, Fieldset, Group, Radio, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useLocation } from 'react-router';
import { textParts } from '@daihon/shared/script/find/texts';
import type { FindAsk } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import { useFolders } from '../folders/useFolders.ts';
import styles from './Replace.module.css';
import { replaceMessages } from './messages.ts';

const differences = ['case', 'width', 'kana'] as const;
const longestQuery = 200;
type Scope = 'all' | 'folder' | 'selection';

export function AskForm({ busy, onFind }: { busy: boolean; onFind: (ask: FindAsk) => void }) {
  const t = useMessages(replaceMessages);
  const folders = useFolders().data ?? [];
  const { selected, asked } = askedIn(useLocation().state);
  const [query, setQuery] = useState(asked);
  const [text, setText] = useState('');
  const [apart, setApart] = useState<string[]>(['kana']);
  const [parts, setParts] = useState<string[]>([...textParts]);
  const [scope, setScope] = useState<Scope>(selected.length > 0 ? 'selection' : 'all');
  const [folder, setFolder] = useState<string | null>(null);
  const ready = query !== '' && parts.length > 0 && (scope !== 'folder' || folder !== null);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (!ready) return;
    const [caseCounts, width, kana] = differences.map((name) => apart.includes(name));
    onFind({
      query: { text: query, case: caseCounts === true, width: width === true, kana: kana === true },
      text,
      parts: textParts.filter((part) => parts.includes(part)),
      scope: {
        ...(scope === 'folder' && folder !== null ? { folder } : {}),
        ...(scope === 'selection' ? { scriptIds: selected } : {}),
      },
    });
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.words}>
        <TextInput
          label={t('query')}
          value={query}
          maxLength={longestQuery}
          autoFocus
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <TextInput
          label={t('text')}
          placeholder={t('textHint')}
          value={text}
          maxLength={500}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          type="submit"
          disabled={!ready}
          loading={busy}
          leftSection={<IconSearch size="1rem" aria-hidden />}
        >
          {t('find')}
        </Button>
      </div>
      <div className={styles.how}>
        <Radio.Group label={t('where')} value={scope} onChange={(value) => setScope(scopeOf(value))}>
          <Group gap="md" mt={4}>
            <Radio value="all" size="xs" label={t('scope.all')} />
            {folders.length > 0 && <Radio value="folder" size="xs" label={t('scope.folder')} />}
            {selected.length > 0 && (
              <Radio value="selection" size="xs" label={t('scope.selection', { count: selected.length })} />
            )}
            {scope === 'folder' && (
              <Select
                size="xs"
                aria-label={t('folder')}
                placeholder={t('folder')}
                searchable
                value={folder}
                data={folders.map(({ path }) => path)}
                onChange={setFolder}
              />
            )}
          </Group>
        </Radio.Group>
        <Checkbox.Group label={t('options')} value={apart} onChange={setApart}>
          <Group gap="md" mt={4}>
            {differences.map((name) => (
              <Checkbox key={name} value={name} size="xs" label={t(name)} />
            ))}
          </Group>
        </Checkbox.Group>
      </div>
      <Fieldset variant="unstyled" legend={<span className={styles.legend}>{t('parts')}</span>}>
        <Chip.Group multiple value={parts} onChange={setParts}>
          <Group gap={6}>
            {textParts.map((part) => (
              <Chip key={part} value={part} size="xs" variant="light">
                {t(`part.${part}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Fieldset>
    </form>
  );
}

function scopeOf(value: string): Scope {
  return value === 'folder' || value === 'selection' ? value : 'all';
}

/** The scripts that were selected in the list, or the one whose editor one came from, with the words that were looked for there. */
export function askedIn(state: unknown): { selected: string[]; asked: string } {
  if (typeof state !== 'object' || state === null || !('scriptIds' in state))
    return { selected: [], asked: '' };
  const { scriptIds } = state;
  const asked = 'query' in state && typeof state.query === 'string' ? state.query.slice(0, longestQuery) : '';
  const selected = Array.isArray(scriptIds) ? scriptIds.filter((id) => typeof id === 'string') : [];
  return { selected, asked };
}
