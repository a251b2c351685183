import { Kbd, Modal, Switch } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { singleKeys, useSingleKeys } from '../../../script/keys/singleKeys.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useView } from '../session/context.ts';
import styles from './KeysDialog.module.css';
import { keyMessages } from './messages.ts';
import { useKeyWords } from './useKeyWords.ts';

type Own = 'typing' | 'drag' | 'wheel' | 'doubleClick';
/** Names of the keys as they are printed on them; `{…}` is said in words. */
type Keys = readonly (string | { words: Own })[];

const sections = [
  {
    title: 'edit',
    rows: [
      ['undo', ['Ctrl + Z']],
      ['redo', ['Ctrl + Shift + Z', 'Ctrl + Y']],
      ['connected', ['Ctrl + Enter']],
      ['choice', ['Ctrl + Shift + Enter']],
      ['clipboard', ['Ctrl + C', 'Ctrl + X', 'Ctrl + V']],
      ['duplicate', ['Ctrl + D']],
      ['group', ['Ctrl + G']],
      ['selectAll', ['Ctrl + A']],
      ['rename', ['F2']],
      ['move', ['Alt + ↑', 'Alt + ↓']],
      ['remove', ['Delete']],
      ['link', ['Ctrl + Shift + K']],
      ['comment', ['Ctrl + Alt + M']],
      ['suggest', ['Ctrl + Alt + Shift + M']],
    ],
  },
  {
    title: 'outlineKeys',
    rows: [
      ['tree', ['↑', '↓', '←', '→']],
      ['treeEnds', ['Home', 'End']],
      ['typeAhead', [{ words: 'typing' }]],
      ['treeOpen', ['Enter']],
      ['treeSelect', ['Space', 'Shift + ↑', 'Shift + ↓']],
      ['unfoldAll', ['*']],
      ['connect', ['Alt + Enter']],
      ['menu', ['Shift + F10']],
    ],
  },
  {
    title: 'map',
    rows: [
      ['newStep', [{ words: 'doubleClick' }]],
      ['nudge', ['← ↑ ↓ →', 'Shift + ← ↑ ↓ →']],
      ['along', ['Tab', 'Shift + Tab']],
      ['pan', [{ words: 'drag' }]],
      ['zoomWheel', [{ words: 'wheel' }]],
      ['zoom', ['Shift + 1', 'Shift + 2', 'Shift + 3', 'Shift + 0']],
      ['tidy', ['Shift + L']],
      ['fold', ['F']],
      ['minimap', ['M']],
      ['menu', ['Shift + F10']],
    ],
  },
  {
    title: 'whole',
    rows: [
      ['palette', ['Ctrl + K']],
      ['find', ['Ctrl + F']],
      ['findAll', ['Ctrl + Shift + F']],
      ['findNext', ['Enter', 'Shift + Enter']],
      ['panes', ['Alt + 1', 'Alt + 2', 'Alt + 3']],
      ['alonePane', ['Alt + Shift + 1', 'Alt + Shift + 2', 'Alt + Shift + 3']],
      ['close', ['Esc']],
      ['next', ['F8']],
      ['previous', ['Shift + F8']],
      ['save', ['Ctrl + S']],
      ['publish', ['Ctrl + Alt + P']],
      ['history', ['Ctrl + Alt + Shift + H']],
      ['help', ['?']],
    ],
  },
] as const satisfies readonly { title: string; rows: readonly (readonly [string, Keys])[] }[];

export function KeysDialog() {
  const t = useMessages(editorMessages);
  const own = useMessages(keyMessages);
  const wordsOf = useKeyWords();
  const single = useSingleKeys();
  const { view } = useEditor();
  const opened = useView((state) => state.dialog === 'keys');
  return (
    <Modal
      opened={opened}
      size="lg"
      onClose={() => view.set({ dialog: null })}
      title={<strong>{t('keys.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {sections.map(({ title, rows }) => (
        <section key={title}>
          <h3 className={styles.title}>{own(title)}</h3>
          <dl className={styles.list}>
            {rows.map(([name, keys]) => (
              <div key={name}>
                <dt>{wordsOf(name)}</dt>
                <dd>
                  {(keys as Keys).map((key) =>
                    typeof key === 'string' ? (
                      <Kbd key={key}>{key}</Kbd>
                    ) : (
                      <Kbd key={key.words}>{own(key.words)}</Kbd>
                    ),
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Switch
        mt="md"
        label={own('single')}
        description={own('singleHint')}
        checked={single}
        onChange={(event) => singleKeys.set(event.currentTarget.checked)}
      />
    </Modal>
  );
}
