import { IconAlertTriangle, IconFilterQuestion } from '@tabler/icons-react';
import { compileCondition } from '@daihon/shared/script/conditions';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import type { FieldPlace } from '../panel/fieldPlace.ts';
import { PresenceRing } from '../panel/PresenceRing.tsx';
import { useFieldWish } from '../panel/useFieldFocus.ts';
import { useEditor, useScriptPart } from '../session/context.ts';
import ConditionEditor from './ConditionEditor.tsx';
import { rulesMessages } from './messages.ts';
import { operandsOf } from './operands.ts';
import styles from './Rules.module.css';
import { useSentence } from './useSentence.ts';

interface ConditionFieldProps {
  value: string | null;
  /** What the condition is of. */
  label: string;
  place: FieldPlace;
  /** What is said while there is no condition. */
  missing: string;
  isMissingWrong?: boolean;
  removable: boolean;
  startsOpen?: boolean;
  onCommit: (when: string | null) => void;
  onClose?: () => void;
}

/** A condition as one sentence; pressing it opens the rules below. */
export function ConditionField(props: ConditionFieldProps) {
  const { value, label, place, missing, isMissingWrong, removable, startsOpen, onCommit, onClose } = props;
  const t = useMessages(rulesMessages);
  const { session } = useEditor();
  const [open, setOpen] = useState(startsOpen === true);
  const button = useRef<HTMLButtonElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  const focusFirst = useRef(startsOpen === true);
  const state = useConditionState(value, isMissingWrong === true);
  const sentence = useSentence();
  const show = () => {
    focusFirst.current = !open;
    setOpen(!open);
  };
  useFieldWish(place, () => {
    focusFirst.current = true;
    setOpen(true);
    button.current?.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => {
    if (!open || !focusFirst.current) return;
    focusFirst.current = false;
    editor.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  });
  const close = () => {
    setOpen(false);
    onClose?.();
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <PresenceRing place={place}>
      <div
        className={styles.field}
        onFocus={() => session.presence.focus(place.stepId ?? session.presence.stepId, place.field)}
        onBlur={() => session.presence.focus(session.presence.stepId, null)}
      >
        <button
          ref={button}
          type="button"
          className={styles.sentence}
          data-state={state}
          aria-expanded={open}
          aria-label={`${label}: ${value === null ? missing : sentence(value)}`}
          onClick={show}
        >
          {state === 'wrong' || state === 'missing' ? (
            <IconAlertTriangle size="0.875rem" stroke={1.9} aria-hidden />
          ) : (
            <IconFilterQuestion size="0.875rem" stroke={1.9} aria-hidden />
          )}
          <span>{value === null ? missing : t('condition', { sentence: sentence(value) })}</span>
        </button>
        {open && (
          <div ref={editor} className={styles.framed}>
            <ConditionEditor
              value={value}
              label={label}
              place={place}
              removable={removable && value !== null}
              onCommit={onCommit}
              onClose={close}
            />
          </div>
        )}
      </div>
    </PresenceRing>
  );
}

/** Whether a condition can be decided at all. */
function useConditionState(value: string | null, isMissingWrong: boolean) {
  const operands = useScriptPart(operandsOf);
  if (value === null) return isMissingWrong ? 'missing' : 'none';
  const compiled = compileCondition(value);
  const known = new Set(operands.map(({ key }) => key));
  return compiled.ok && compiled.keys.every((key) => known.has(key)) ? 'sound' : 'wrong';
}
