import { Textarea } from '@mantine/core';
import { commentLimits } from '@daihon/shared/commentLimits';
import type { Colleague } from '@daihon/shared/account';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { isIme } from '../../keys/ime.ts';
import { commentMessages } from '../messages.ts';
import styles from './Compose.module.css';
import { fittingPeople, mentionQuery } from './mentionQuery.ts';
import { usePeople } from './usePeople.ts';

/** A comment as it is typed: by name; `chosen` remembers which people the names are. */
export interface Written {
  text: string;
  chosen: readonly { id: string; name: string }[];
}

interface MentionInputProps {
  value: Written;
  label: string;
  placeholder?: string;
  autoFocus?: boolean;
  onChange: (value: Written) => void;
  onSubmit: () => void;
  onCancel: () => void;
}

/** A text in which `@` calls people. A key that an input method takes is never a command here. */
export function MentionInput(props: MentionInputProps) {
  const { value, label, placeholder, autoFocus = false, onChange, onSubmit, onCancel } = props;
  const t = useMessages(commentMessages);
  const listId = useId();
  const people = usePeople();
  const input = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState<{ start: number; query: string } | null>(null);
  const [index, setIndex] = useState(0);
  const fitting = open === null ? [] : fittingPeople(people, open.query);
  const look = () => {
    const { current } = input;
    setOpen(current === null ? null : mentionQuery(current.value, current.selectionStart));
    setIndex(0);
  };
  const pick = (person: Colleague | undefined) => {
    if (open === null || person === undefined) return;
    const end = open.start + open.query.length + 1;
    const text = `${value.text.slice(0, open.start)}@${person.name} ${value.text.slice(end)}`;
    const caret = open.start + person.name.length + 2;
    onChange({ text, chosen: [...value.chosen, { id: person.id, name: person.name }] });
    setOpen(null);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(caret, caret);
    });
  };
  const press = (event: KeyboardEvent) => {
    if (isIme(event.nativeEvent)) return;
    const submits = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (submits) onSubmit();
    else if (event.key === 'Escape' && open === null) onCancel();
    else if (event.key === 'Escape') setOpen(null);
    else if (fitting.length === 0) return;
    else if (event.key === 'ArrowDown') setIndex((index + 1) % fitting.length);
    else if (event.key === 'ArrowUp') setIndex((index + fitting.length - 1) % fitting.length);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(fitting[index]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.mention}>
      <Textarea
        ref={input}
        aria-label={label}
        placeholder={placeholder}
        autosize
        minRows={1}
        maxRows={10}
        maxLength={commentLimits.textCharacters}
        value={value.text}
        autoFocus={autoFocus}
        aria-autocomplete="list"
        aria-controls={fitting.length > 0 ? listId : undefined}
        aria-activedescendant={fitting.length > 0 ? `${listId}-${index}` : undefined}
        onChange={(event) => {
          onChange({ ...value, text: event.currentTarget.value });
          look();
        }}
        onClick={look}
        onKeyDown={press}
        onBlur={() => setOpen(null)}
      />
      {fitting.length > 0 && (
        <ul id={listId} role="listbox" aria-label={t('people')} className={styles.people}>
          {fitting.map((person, position) => (
            <li
              key={person.id}
              id={`${listId}-${position}`}
              role="option"
              aria-selected={position === index}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(person);
              }}
              onMouseEnter={() => setIndex(position)}
            >
              <span>{person.name}</span>
              <small>{person.loginId}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
