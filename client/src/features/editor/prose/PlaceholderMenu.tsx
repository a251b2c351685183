import { Portal } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Placeholder } from '@daihon/shared/script/schema';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useScript } from '../session/context.ts';
import type { Trigger } from './placeholderTrigger.ts';
import styles from './PlaceholderMenu.module.css';
import type { TriggerStore } from './triggerStore.ts';

/** The placeholders that fit what stands after `{{`, with label and sample; arrows and Enter choose. */
export function PlaceholderMenu({ store }: { store: TriggerStore }) {
  const trigger = useSyncExternalStore(store.subscribe, store.get);
  if (trigger === null) return null;
  return <OpenMenu key={trigger.query} trigger={trigger} store={store} />;
}

function OpenMenu({ trigger, store }: { trigger: Trigger; store: TriggerStore }) {
  const t = useMessages(editorMessages);
  const { placeholders } = useScript();
  const [index, setIndex] = useState(0);
  const fitting = placeholders.filter((placeholder) => fits(placeholder, trigger.query)).slice(0, 50);
  useEffect(() => {
    store.keyHandler = (event) => {
      if (event.key === 'Escape') store.show(null);
      else if (fitting.length === 0) return false;
      else if (event.key === 'ArrowDown') setIndex((index + 1) % fitting.length);
      else if (event.key === 'ArrowUp') setIndex((index + fitting.length - 1) % fitting.length);
      else if (event.key === 'Enter' || event.key === 'Tab') trigger.pick(fitting[index]?.key ?? '');
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
        className={styles.menu}
        role="listbox"
        aria-label={t('prose.menu')}
        style={{
          left: Math.min(trigger.left, window.innerWidth - 300),
          top: Math.min(trigger.bottom + 6, window.innerHeight - 280),
        }}
      >
        {fitting.length === 0 && <div className={styles.none}>{t('prose.noMatch')}</div>}
        {fitting.map((placeholder, position) => (
          <div
            key={placeholder.key}
            role="option"
            aria-selected={position === index}
            className={styles.option}
            onMouseDown={(event) => {
              event.preventDefault();
              trigger.pick(placeholder.key);
            }}
            onMouseEnter={() => setIndex(position)}
          >
            <span>{placeholder.label === '' ? placeholder.key : placeholder.label}</span>
            <code>{placeholder.key}</code>
            {placeholder.example !== '' && (
              <small>{t('prose.example', { example: placeholder.example })}</small>
            )}
          </div>
        ))}
      </div>
    </Portal>
  );
}

function fits({ key, label }: Placeholder, query: string): boolean {
  const wanted = query.normalize('NFKC').toLowerCase();
  return key.includes(wanted) || label.normalize('NFKC').toLowerCase().includes(wanted);
}
