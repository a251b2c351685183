import { Portal } from '@mantine/core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useScript } from '../session/context.ts';
import { proseMessages } from './messages.ts';
import { namedPlaceholder, newPlaceholder } from './newPlaceholder.ts';
import type { Trigger } from './placeholderTrigger.ts';
import styles from './PlaceholderMenu.module.css';
import type { TriggerStore } from './triggerStore.ts';
import { useEntries } from './useEntries.ts';

/** What fits what stands after `{{`, with label and sample, and at the end a new one; arrows and Enter choose. */
export function PlaceholderMenu({ store }: { store: TriggerStore }) {
  const trigger = useSyncExternalStore(store.subscribe, store.get);
  if (trigger === null) return null;
  return <OpenMenu key={trigger.query} trigger={trigger} store={store} />;
}

function OpenMenu({ trigger, store }: { trigger: Trigger; store: TriggerStore }) {
  const t = useMessages(editorMessages);
  const tp = useMessages(proseMessages);
  const [index, setIndex] = useState(0);
  const query = trigger.query.trim();
  const fitting = useEntries(query);
  const choose = useChoose(trigger);
  const isNew = (at: number) => at === fitting.length;
  const pick = (at: number) => choose(fitting[at]?.key ?? null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  useEffect(() => {
    const count = fitting.length + 1;
    store.keyHandler = (event) => {
      if (event.key === 'Escape') store.show(null);
      else if (event.key === 'ArrowDown') setIndex((index + 1) % count);
      else if (event.key === 'ArrowUp') setIndex((index + count - 1) % count);
      else if (event.key === 'Enter' || event.key === 'Tab') pick(index);
      else return false;
      return true;
    };
    return () => {
      store.keyHandler = null;
    };
  });
  return (
    <Portal>
      <div
        ref={list}
        className={styles.menu}
        role="listbox"
        aria-label={t('prose.menu')}
        style={{
          left: Math.max(8, Math.min(trigger.left, window.innerWidth - 300)),
          top: Math.min(trigger.bottom + 6, window.innerHeight - 280),
        }}
      >
        {fitting.length === 0 && <div className={styles.none}>{t('prose.noMatch')}</div>}
        {fitting.map((entry, position) => (
          <div
            key={entry.key}
            role="option"
            aria-selected={position === index}
            className={styles.option}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(position);
            }}
            onMouseEnter={() => setIndex(position)}
          >
            <span>{entry.label}</span>
            <code>{entry.key}</code>
            {entry.isField && <small>{tp('field')}</small>}
            {entry.example !== '' && <small>{t('prose.example', { example: entry.example })}</small>}
          </div>
        ))}
        <div
          role="option"
          aria-selected={isNew(index)}
          className={`${styles.option} ${styles.create}`}
          onMouseDown={(event) => {
            event.preventDefault();
            pick(fitting.length);
          }}
          onMouseEnter={() => setIndex(fitting.length)}
        >
          <span>＋ {query === '' ? tp('createNew') : tp('createNamed', { name: query })}</span>
        </div>
      </div>
    </Portal>
  );
}

/** Writes what was chosen; null makes a new placeholder of what was typed, in the same undo. */
function useChoose({ query, pick }: Trigger) {
  const { session } = useEditor();
  const script = useScript();
  return (key: string | null) => {
    if (key !== null) {
      pick(key);
      return;
    }
    const made = namedPlaceholder(query, script);
    const exists = script.placeholders.some((other) => other.key === made.key);
    if (!exists) newPlaceholder(session, made);
    pick(made.key);
    session.undo.separate();
  };
}
