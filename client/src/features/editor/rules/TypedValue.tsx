import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { isIme } from '../keys/ime.ts';
import panel from '../panel/Panel.module.css';
import { useReadOnly } from '../session/context.ts';
import { rulesMessages } from './messages.ts';

interface TypedValueProps {
  text: string;
  label: string;
  type: 'text' | 'number' | 'date' | 'time';
  onCommit: (text: string) => void;
}

/** A value that is typed; taken when it is left or Enter is pressed, never while an input method converts. */
export function TypedValue({ text, label, type, onCommit }: TypedValueProps) {
  const t = useMessages(rulesMessages);
  const readOnly = useReadOnly();
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    setTyped(null);
    if (typed !== null && typed.trim() !== text) onCommit(typed.trim());
  };
  return (
    <input
      className={panel.input}
      type={type === 'number' ? 'text' : type}
      inputMode={type === 'number' ? 'decimal' : undefined}
      value={typed ?? text}
      aria-label={label}
      placeholder={t('valueHint')}
      maxLength={500}
      spellCheck={false}
      autoComplete="off"
      disabled={readOnly}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isIme(event.nativeEvent)) return;
        event.preventDefault();
        commit();
      }}
    />
  );
}
