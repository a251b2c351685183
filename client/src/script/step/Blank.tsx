import { useState } from 'react';
import { setField, setPlaceholder } from '@daihon/shared/script/walk';
import { walkLabels } from '@daihon/shared/script/walk/values';
import { currentScript } from '@daihon/shared/script/walk/state';
import type { Field } from '@daihon/shared/script/schema';
import { useMessages } from '../../app/i18n.ts';
import { useWalk } from '../walk/walkContext.ts';
import { normalise } from '../fields/normalise.ts';
import { isIme } from '../keys/commands.ts';
import { walkMessages } from '../messages.ts';
import styles from './Prose.module.css';

/** A placeholder in the text: yellow with its label while nobody has said what it is; a click writes over it in place. */
export function Blank({ name, blank, text }: { name: string; blank: boolean; text: string }) {
  const t = useMessages(walkMessages);
  const { walk, move } = useWalk();
  const [editing, setEditing] = useState(false);
  const field = fieldOf(name);
  const label = walkLabels(walk)[name]?.label ?? name;

  // What is chosen from options is changed where it was chosen.
  if (field?.options !== undefined || field?.computed !== undefined)
    return <span className={blank ? styles.blank : styles.filled}>{text}</span>;
  if (editing) return <BlankInput label={label} initial={blank ? '' : text} onDone={done} />;
  return (
    <button
      type="button"
      className={blank ? styles.blank : styles.filled}
      // Filled ones are many and rarely changed: they stay out of the way of Tab (差込項目 in the menu lists them all).
      tabIndex={blank ? 0 : -1}
      aria-label={blank ? t('step.blank', { label }) : undefined}
      title={blank ? undefined : t('step.edit', { label })}
      onClick={() => setEditing(true)}
    >
      {text}
    </button>
  );

  function done(value: string | null): void {
    setEditing(false);
    if (value === null || value === (blank ? '' : text)) return;
    move((now) =>
      field === undefined
        ? setPlaceholder(now, name, value)
        : setField(now, name, normalise(field.type, value)),
    );
  }

  function fieldOf(key: string): Field | undefined {
    return currentScript(walk)
      .script.steps.flatMap((step) => step.fields)
      .find((each) => each.key === key);
  }
}

function BlankInput({
  label,
  initial,
  onDone,
}: {
  label: string;
  initial: string;
  onDone: (value: string | null) => void;
}) {
  const [text, setText] = useState(initial);
  return (
    <input
      className={styles.input}
      aria-label={label}
      placeholder={label}
      size={Math.max(8, text.length * 2 + 1)}
      maxLength={500}
      value={text}
      autoFocus
      data-own-keys
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => onDone(text.trim())}
      onKeyDown={(event) => {
        if (isIme(event.nativeEvent)) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone(null);
      }}
    />
  );
}
