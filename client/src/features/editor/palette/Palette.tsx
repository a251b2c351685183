import { Kbd, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { useSettledText } from '../../../ui/useSettledText.ts';
import { isIme } from '../keys/ime.ts';
import { takes } from '../keys/runCommand.ts';
import { useReturnFocus } from '../keys/useReturnFocus.ts';
import { useKeyWords } from '../keys/useKeyWords.ts';
import { useEditor, useEnded, useReadOnly, useScriptPart, useView } from '../session/context.ts';
import { stepOptionsOf } from '../session/outline.ts';
import { useOtherScripts } from '../session/useOtherScripts.ts';
import { keyed, runFromPalette, unkeyed } from './commands.ts';
import { PickRow } from '../ui/PickRow.tsx';
import { entriesFor } from './entries.ts';
import type { Choosable, Entry } from './entries.ts';
import { paletteMessages } from './messages.ts';
import styles from './Palette.module.css';

/** Ctrl+K: to a step, to another script, or something to do, by typing a part of its name. */
export function Palette() {
  return useView((state) => state.dialog === 'palette') ? <OpenPalette /> : null;
}

function OpenPalette() {
  const t = useMessages(paletteMessages);
  const { view } = useEditor();
  useReturnFocus();
  return (
    <Modal
      opened
      returnFocus={false}
      centered={false}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="12vh"
      attributes={{ content: { 'aria-label': t('title') } }}
      onClose={() => view.set({ dialog: null })}
    >
      <Search />
    </Modal>
  );
}

function Search() {
  const t = useMessages(paletteMessages);
  const list = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const settled = useSettledText((text) => {
    setQuery(text);
    setActive(0);
  });
  const entries = entriesFor(query, useChoosable());
  const pick = usePick();
  const press = (event: KeyboardEvent) => {
    if (isIme(event.nativeEvent)) return;
    const last = entries.length - 1;
    const entry = entries[active];
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1);
    else if (event.key === 'Enter' && entry !== undefined) pick(entry);
    else return;
    event.preventDefault();
  };
  const rowId = (index: number) => `${list}-${index}`;
  return (
    <>
      <TextInput
        variant="unstyled"
        size="md"
        className={styles.search ?? ''}
        role="combobox"
        aria-expanded
        aria-controls={list}
        {...(entries.length > 0 && { 'aria-activedescendant': rowId(active) })}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size="1.125rem" aria-hidden />}
        data-autofocus
        onKeyDown={press}
        {...settled}
      />
      <ul id={list} role="listbox" className={styles.list} aria-label={t('title')}>
        {entries.map((entry, index) => (
          <Row
            key={`${entry.type} ${entry.type === 'command' ? entry.command : entry.id}`}
            id={rowId(index)}
            entry={entry}
            heads={entries[index - 1]?.type !== entry.type}
            active={index === active}
            onPick={() => pick(entry)}
          />
        ))}
      </ul>
      <p className={styles.count} role="status">
        {entries.length === 0 ? t('none') : t('count', { count: entries.length })}
      </p>
    </>
  );
}

/** Closes first: what is done may take the focus or open something itself. */
function usePick() {
  const editor = useEditor();
  const navigate = useNavigate();
  return (entry: Entry) => {
    editor.view.set({ dialog: null });
    const goTo = (path: string, state?: unknown) => void navigate(path, { state });
    if (entry.type === 'step') {
      editor.actions.open(entry.id);
      editor.view.set({ pane: 'panel' });
    } else if (entry.type === 'script') goTo(`/scripts/${entry.id}`);
    else runFromPalette(entry.command, editor, goTo);
  };
}

function useChoosable(): Choosable {
  const t = useMessages(paletteMessages);
  const wordsOf = useKeyWords();
  const standing = { readOnly: useReadOnly(), ended: useEnded() };
  const { scriptId } = useEditor().session;
  const scripts = useOtherScripts(true);
  const steps = useScriptPart(stepOptionsOf);
  const commands = [
    ...keyed.map(([command, hint]) => ({
      command,
      label: command === 'help' ? t('keys') : wordsOf(command),
      hint,
    })),
    ...unkeyed.map((command) => ({ command, label: t(command), hint: '' })),
  ].map((command) => ({ type: 'command' as const, ...command }));
  return {
    steps,
    scripts: scripts?.filter(({ id }) => id !== scriptId) ?? null,
    commands: commands.filter(({ command }) => takes(command, standing)),
    untitled: t('untitled'),
  };
}

const headings = { step: 'steps', script: 'scripts', command: 'commands' } as const;

interface RowProps {
  id: string;
  entry: Entry;
  /** First of its kind: says which kind that is. */
  heads: boolean;
  active: boolean;
  onPick: () => void;
}

function Row({ id, entry, heads, active, onPick }: RowProps) {
  const t = useMessages(paletteMessages);
  return (
    <>
      {heads && (
        <li role="presentation" className={styles.heading}>
          {t(headings[entry.type])}
        </li>
      )}
      <PickRow id={id} active={active} onPick={onPick}>
        <span>{entry.label}</span>
        {entry.type === 'command' && entry.hint !== '' ? (
          <Kbd size="xs">{entry.hint}</Kbd>
        ) : (
          <small>{entry.hint}</small>
        )}
      </PickRow>
    </>
  );
}
