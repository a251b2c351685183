import { useEffect, useRef } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { CommitInput } from '../panel/CommitInput.tsx';
import type { FieldPlace } from '../panel/fieldPlace.ts';
import panel from '../panel/Panel.module.css';
import { ExpressionTools } from './ExpressionTools.tsx';
import type { Insertion } from './functions.ts';
import { rulesMessages } from './messages.ts';
import styles from './Rules.module.css';
import type { Wrong } from './tryOut.ts';

interface ExpressionInputProps {
  value: string;
  label: string;
  place: FieldPlace;
  placeholder: string;
  wrong: Wrong | null;
  /** What the marked place is in: what is typed, before it is written. */
  text: string;
  onType: (text: string | null) => void;
  onCommit: (text: string) => void;
}

/** An expression in CEL with menus of keys and functions; where it cannot be read, the place is marked. */
export function ExpressionInput(props: ExpressionInputProps) {
  const { value, label, place, placeholder, wrong, text, onType, onCommit } = props;
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  // Until it has had the focus, its caret stands anywhere.
  const entered = useRef(false);
  const select = useRef<[number, number] | null>(null);
  useEffect(() => {
    if (select.current === null || input.current === null) return;
    input.current.focus();
    input.current.setSelectionRange(...select.current);
    select.current = null;
  });
  const enter = () => {
    entered.current ||= document.activeElement === input.current;
  };
  const insert = (insertion: Insertion) => {
    const element = input.current;
    const before = element?.value ?? value;
    const from = entered.current ? (element?.selectionStart ?? before.length) : before.length;
    const to = entered.current ? (element?.selectionEnd ?? from) : from;
    const start = from + insertion.select[0];
    select.current = [start, from + insertion.select[1]];
    onCommit(`${before.slice(0, from)}${insertion.text}${before.slice(to)}`);
  };
  return (
    <div className={styles.expression} onFocus={enter}>
      <CommitInput
        inputRef={input}
        className={`${panel.code} ${styles.code}`}
        value={value}
        label={label}
        place={place}
        placeholder={placeholder}
        maxLength={2_000}
        wrapped
        invalid={wrong !== null}
        onType={onType}
        onCommit={(typed) => onCommit(typed.trim())}
        onDone={() => onType(null)}
      />
      {wrong !== null && <WrongPlace wrong={wrong} text={text} />}
      <ExpressionTools label={label} onInsert={insert} />
    </div>
  );
}

function WrongPlace({ wrong, text }: { wrong: Wrong; text: string }) {
  const t = useMessages(rulesMessages);
  const { start, end } = wrong;
  return (
    <div className={styles.wrong} role="alert">
      {t(`wrong.${wrong.name}`, { key: wrong.key })}
      <code>
        {text.slice(0, start)}
        <mark title={t('wrongAt')}>{text.slice(start, end) || '␣'}</mark>
        {text.slice(end)}
      </code>
    </div>
  );
}
