import { Kbd, Modal } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { commentMessages } from '../comments/messages.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useView } from '../session/context.ts';
import styles from './KeysDialog.module.css';

const rows = [
  ['undo', ['Ctrl + Z']],
  ['redo', ['Ctrl + Shift + Z', 'Ctrl + Y']],
  ['connected', ['Ctrl + Enter']],
  ['choice', ['Ctrl + Shift + Enter']],
  ['duplicate', ['Ctrl + D']],
  ['rename', ['F2']],
  ['move', ['Alt + ↑', 'Alt + ↓']],
  ['remove', ['Delete']],
  ['panes', ['Alt + 1', 'Alt + 2', 'Alt + 3']],
  ['nudge', ['← ↑ ↓ →', 'Shift + ← ↑ ↓ →']],
  ['zoom', ['Shift + 1', 'Shift + 2', 'Shift + 0']],
  ['tidy', ['Shift + L']],
  ['comment', ['Ctrl + Alt + M']],
  ['suggest', ['Ctrl + Alt + Shift + M']],
  ['save', ['Ctrl + S']],
  ['publish', ['Ctrl + Alt + P']],
  ['help', ['?']],
] as const;

export function KeysDialog() {
  const t = useMessages(editorMessages);
  const talk = useMessages(commentMessages);
  const wordsOf = (name: (typeof rows)[number][0]) =>
    name === 'comment' || name === 'suggest' ? talk(`keys.${name}`) : t(`keys.${name}`);
  const { view } = useEditor();
  const opened = useView((state) => state.dialog === 'keys');
  return (
    <Modal
      opened={opened}
      onClose={() => view.set({ dialog: null })}
      title={<strong>{t('keys.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <dl className={styles.list}>
        {rows.map(([name, keys]) => (
          <div key={name}>
            <dt>{wordsOf(name)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
