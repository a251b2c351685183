import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { isIme } from '../keys/ime.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import type { FieldPlace } from './fieldPlace.ts';
import { PresenceRing } from './PresenceRing.tsx';
import { useFieldFocus } from './useFieldFocus.ts';

interface CommitInputProps {
  value: string;
  label: string;
  place: FieldPlace;
  onCommit: (value: string) => void;
  className?: string | undefined;
  placeholder?: string;
  maxLength?: number;
  multiline?: boolean;
  /** Shown on several lines when it is long; Enter writes it all the same. */
  wrapped?: boolean;
  inputRef?: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>;
  invalid?: boolean;
  autoFocus?: boolean;
  onDone?: () => void;
  /** What comes next for who goes on by Enter. */
  onEnter?: (() => void) | undefined;
  /** Every text typed before it is written. */
  onType?: (text: string) => void;
}

/**
 * A short text that is written to the draft when it is left or Enter is pressed, the last writer winning. While it is
 * open, others see who is in it. Enter that confirms an IME conversion writes nothing.
 */
export function CommitInput(props: CommitInputProps) {
  const {
    value,
    label,
    place,
    className,
    placeholder,
    maxLength = 200,
    multiline,
    wrapped,
    inputRef,
    invalid,
    autoFocus,
  } = props;
  const { session } = useEditor();
  const readOnly = useReadOnly();
  const ownRef = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const input = inputRef ?? ownRef;
  const { text, open, type, commit, revert } = useCommittedText(value, props.onCommit);
  useFieldFocus(place, input);

  const leave = () => {
    commit();
    session.presence.focus(session.presence.stepId, null);
    props.onDone?.();
  };
  const press = (event: KeyboardEvent) => {
    if (isIme(event.nativeEvent)) return;
    if (event.key === 'Escape') revert();
    if (event.key === 'Escape' || (event.key === 'Enter' && !multiline)) {
      event.preventDefault();
      input.current?.blur();
      if (event.key === 'Enter') props.onEnter?.();
    }
  };
  const Element = multiline || wrapped ? 'textarea' : 'input';
  return (
    <PresenceRing place={place}>
      <Element
        ref={input}
        className={className}
        value={text}
        aria-label={label}
        aria-invalid={invalid}
        // Nothing of its own to undo: the key is the editor's.
        data-settled={open ? undefined : ''}
        placeholder={placeholder}
        maxLength={maxLength}
        disabled={readOnly}
        autoFocus={autoFocus}
        rows={multiline ? 3 : wrapped ? 1 : undefined}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          type(event.currentTarget.value);
          props.onType?.(event.currentTarget.value);
        }}
        onFocus={(event) => {
          // A name that is asked for is typed anew more often than mended.
          if (autoFocus) event.currentTarget.select();
          session.presence.focus(place.stepId ?? session.presence.stepId, place.field);
        }}
        onBlur={leave}
        onKeyDown={press}
      />
    </PresenceRing>
  );
}

/** The text being typed, or what the draft holds while nothing is typed. A field that unmounts writes what it has. */
function useCommittedText(value: string, onCommit: (value: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, value, onCommit });
  useEffect(() => {
    latest.current = { typed, value, onCommit };
  });
  const commit = useRef(() => {
    const { typed: text, value: present, onCommit: write } = latest.current;
    latest.current.typed = null;
    if (text !== null && text !== present) write(text);
  }).current;
  useEffect(() => commit, [commit]);
  return {
    text: typed ?? value,
    open: typed !== null,
    type: (text: string) => {
      // Typed back to what the draft holds: nothing is open, and what comes from elsewhere is shown again.
      const open = text === latest.current.value ? null : text;
      latest.current.typed = open;
      setTyped(open);
    },
    commit: () => {
      commit();
      setTyped(null);
    },
    revert: () => {
      latest.current.typed = null;
      setTyped(null);
    },
  };
}
