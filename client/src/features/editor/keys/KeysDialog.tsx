import { Kbd, Modal } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { checksMessages } from '../checks/messages.ts';
import { commentMessages } from '../comments/messages.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useView } from '../session/context.ts';
import styles from './KeysDialog.module.css';
import { keyMessages } from './messages.ts';

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
      ['comment', ['Ctrl + Alt + M']],
      ['suggest', ['Ctrl + Alt + Shift + M']],
    ],
  },
  {
    title: 'outline',
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
      ['zoom', ['Shift + 1', 'Shift + 2', 'Shift + 0']],
      ['tidy', ['Shift + L']],
      ['fold', ['F']],
      ['minimap', ['M']],
      ['menu', ['Shift + F10']],
    ],
  },
  {
    title: 'whole',
    rows: [
      ['find', ['Ctrl + F']],
      ['findNext', ['Enter', 'Shift + Enter']],
      ['panes', ['Alt + 1', 'Alt + 2', 'Alt + 3']],
      ['close', ['Esc']],
      ['next', ['F8']],
      ['previous', ['Shift + F8']],
      ['save', ['Ctrl + S']],
      ['publish', ['Ctrl + Alt + P']],
      ['help', ['?']],
    ],
  },
] as const satisfies readonly { title: string; rows: readonly (readonly [string, Keys])[] }[];
type Name = (typeof sections)[number]['rows'][number][0];

export function KeysDialog() {
  const t = useMessages(editorMessages);
  const own = useMessages(keyMessages);
  const wordsOf = useWords();
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
    </Modal>
  );
}

/** What a key does, from whichever catalogue says it. */
function useWords(): (name: Name) => string {
  const t = useMessages(editorMessages.namespace);
  const talk = useMessages(commentMessages.namespace);
  const own = useMessages(keyMessages.namespace);
  const checks = useMessages(checksMessages.namespace);
  return (name) =>
    [own(name), checks(name), talk(`keys.${name}`), t(`keys.${name}`)].find(
      (text) => text !== name && !text.startsWith('keys.'),
    ) ?? name;
}
