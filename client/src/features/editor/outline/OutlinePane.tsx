import { stepKinds } from '@daihon/shared/script/kinds';
import { ActionIcon, Menu, TextInput, Tooltip } from '@mantine/core';
import {
  IconBraces,
  IconFolderPlus,
  IconListSearch,
  IconPlus,
  IconFilter,
  IconTrash,
  IconUrgent,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { useSettledText } from '../../../ui/useSettledText.ts';
import { scriptWords } from '../../../script/words.ts';
import { editorMessages } from '../messages.ts';
import { useBin, useEditor, useReadOnly, useScriptPart, useView } from '../session/context.ts';
import type { PanelTab } from '../session/view.ts';
import { kindIcons } from '../ui/kinds.ts';
import { ChangeNews } from './ChangeNews.tsx';
import { OutlineTree } from './OutlineTree.tsx';
import { outlineMessages } from './messages.ts';
import styles from './Outline.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { unfolded } from '../panes/folded.ts';

/** The draft as a list: everything the map does can be done here by keyboard. */
export function OutlinePane() {
  const t = useMessages(editorMessages);
  const [filter, setFilter] = useState('');
  return (
    <>
      <div className={styles.tools}>
        <TextInput
          className={styles.filter}
          size="xs"
          aria-label={t('outline.filter')}
          placeholder={t('outline.filter')}
          leftSection={<IconFilter size="0.875rem" aria-hidden />}
          {...useSettledText(setFilter)}
        />
        <FindButton />
        <AddMenu />
      </div>
      <SelectionBar />
      <OutlineTree filter={filter} />
      <ChangeNews />
      <ScriptParts />
    </>
  );
}

function FindButton() {
  const t = useMessages(outlineMessages);
  const { view } = useEditor();
  return (
    <Tooltip label={`${t('find')} (Ctrl+F)`}>
      <ActionIcon aria-label={t('find')} onClick={() => view.set({ finding: { at: Date.now() } })}>
        <IconListSearch size="1.125rem" stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}

function AddMenu() {
  const t = useMessages(editorMessages);
  const words = useMessages(scriptWords);
  const { actions, view } = useEditor();
  const readOnly = useReadOnly();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Tooltip label={t('outline.addStep')}>
          <ActionIcon variant="light" color="teal" aria-label={t('outline.addStep')} disabled={readOnly}>
            <IconPlus size="1.125rem" />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {stepKinds.map((kind) => {
          const Icon = kindIcons[kind];
          return (
            <Menu.Item
              key={kind}
              leftSection={<Icon size="1rem" stroke={1.7} className={styles.kindIcon} data-kind={kind} />}
              onClick={() => {
                actions.add(kind);
                view.set(unfolded(view, 'panel'));
              }}
            >
              {words(`kind.${kind}`)}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconFolderPlus size="1rem" stroke={1.7} />}
          onClick={() => actions.addGroup()}
        >
          {t('outline.addGroup')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The parts that belong to no step, and the bin. */
function ScriptParts() {
  const t = useMessages(editorMessages);
  const { view } = useEditor();
  const tab = useView((state) => state.tab);
  const placeholders = useScriptPart((script) => script.placeholders);
  const interrupts = useScriptPart((script) => script.interrupts);
  const bin = useBin();
  const parts: { name: PanelTab; icon: typeof IconBraces; label: string; count: number }[] = [
    { name: 'placeholders', icon: IconBraces, label: t('placeholders.title'), count: placeholders.length },
    { name: 'interrupts', icon: IconUrgent, label: t('interrupts.title'), count: interrupts.length },
    { name: 'bin', icon: IconTrash, label: t('bin.title'), count: bin.length },
  ];
  return (
    <nav className={styles.parts} aria-label={t('outline.tools')}>
      {parts.map(({ name, icon: Icon, label, count }) => (
        <button
          key={name}
          type="button"
          className={styles.part}
          aria-current={tab === name || undefined}
          onClick={() => view.set({ tab: tab === name ? 'step' : name, ...unfolded(view, 'panel') })}
        >
          <Icon size="1rem" stroke={1.7} aria-hidden />
          {label}
          <span>{count}</span>
        </button>
      ))}
    </nav>
  );
}
