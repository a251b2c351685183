import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../app/i18n.ts';
import { uiMessages } from './messages.ts';
import styles from './SearchField.module.css';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  className?: string | undefined;
  delayMs?: number;
}

/** Search as you type; an input of its own, since agents load it. Half-typed Japanese is not searched: the value goes out after the composition is done. */
export function SearchField({ label, value, onChange, placeholder, className, delayMs = 180 }: Props) {
  const t = useMessages(uiMessages);
  const [typed, setTyped] = useState(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <div className={`${styles.field} ${className ?? ''}`}>
      <IconSearch size="1rem" className={styles.icon} aria-hidden />
      <input
        type="search"
        className={styles.input}
        aria-label={label}
        placeholder={placeholder ?? label}
        value={typed}
        onChange={(event) => submit(event.currentTarget.value, delayMs)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          submit(event.currentTarget.value, delayMs);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !composing.current && typed !== '') submit('', 0);
        }}
      />
      {typed !== '' && (
        <button type="button" className={styles.clear} aria-label={t('clear')} onClick={() => submit('', 0)}>
          <IconX size="1rem" stroke={1.8} aria-hidden />
        </button>
      )}
    </div>
  );

  function submit(text: string, afterMs: number): void {
    setTyped(text);
    clearTimeout(timer.current);
    if (!composing.current) timer.current = setTimeout(() => onChange(text), afterMs);
  }
}
