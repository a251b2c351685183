import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { FieldValue } from '@daihon/shared/call';
import { formatValue } from '@daihon/shared/script/formatValue';
import { computedFormat } from '@daihon/shared/script/explain';
import type { Field, Step } from '@daihon/shared/script/schema';
import { setField } from '@daihon/shared/script/walk';
import { fieldIssue } from '@daihon/shared/script/walk/offer';
import { fieldsHere } from '@daihon/shared/script/walk/scope';
import { shownText, walkValues } from '@daihon/shared/script/walk/values';
import type { FieldIssue } from '@daihon/shared/script/walk/offer';
import { currentScript } from '@daihon/shared/script/walk/state';
import { useMessages } from '../../app/i18n.ts';
import { useWalk } from '../walk/walkContext.ts';
import { isIme } from '../keys/commands.ts';
import { walkMessages } from '../messages.ts';
import { FieldControl } from './FieldControl.tsx';
import styles from './FieldList.module.css';
import { formatHint } from './formatHint.ts';
import { controlId } from './controlId.ts';
import { HeldOpen } from './HeldOpen.tsx';
import { useMask } from './useMask.ts';

/** What the agent fills in on this step. Said to be wrong only after a field was left, or when somebody tried to go on. */
export function FieldList({ step, tried }: { step: Step; tried: boolean }) {
  const t = useMessages(walkMessages);
  const { walk } = useWalk();
  if (step.fields.length === 0) return null;
  return (
    <section className={styles.fields} aria-label={t('step.fields')} onKeyDown={onKeyDown}>
      {step.fields.map((field) => (
        <FieldRow key={field.id} field={{ ...field, label: shownText(walk, field.label) }} tried={tried} />
      ))}
    </section>
  );

  /** Enter in a one-line field goes to the next one, and after the last one out of the fields: the next Enter leads on. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target } = event;
    if (event.key !== 'Enter' || isIme(event.nativeEvent)) return;
    // On ticks and radio buttons Enter means what it means anywhere: on.
    const ticks = target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type);
    const oneLine = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (!oneLine || ticks || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-control]')];
    const index = controls.findIndex((control) => control.contains(target));
    const next = controls[index + 1];
    if (next === undefined) document.querySelector<HTMLElement>('[data-step-body]')?.focus();
    else focusable(next)?.focus();
  }
}

/** In a group of radio buttons Tab and focus go to the chosen one. */
function focusable(control: HTMLElement): HTMLElement | null {
  return (
    control.querySelector<HTMLElement>('input:checked') ??
    control.querySelector<HTMLElement>('input, select, textarea')
  );
}

function FieldRow({ field, tried }: { field: Field; tried: boolean }) {
  const t = useMessages(walkMessages);
  const { walk, move, locked } = useWalk();
  const [left, setLeft] = useState(false);
  const value = fieldsHere(walk)[field.key];
  const issue = fieldIssue(field, value);
  // An empty field that was passed over on the way is no mistake yet.
  const shown = issue !== null && (tried || (left && issue !== 'missing')) ? issueText(issue) : null;
  const odd = shown === null && left ? formatHint(field.type, value) : null;
  const id = controlId(field.id);
  const selfNamed = field.type === 'checkbox' && field.options === undefined;
  const grouped = field.options !== undefined && field.type !== 'select';
  const message = shown ?? (odd === null ? null : t(`field.odd.${odd}`));

  if (field.computed !== undefined) return <Computed field={field} />;
  return (
    <div
      className={styles.row}
      data-control
      role={grouped ? (field.type === 'radio' ? 'radiogroup' : 'group') : undefined}
      aria-labelledby={grouped ? `${id}-label` : undefined}
      aria-describedby={grouped && message !== null ? `${id}-message` : undefined}
      aria-required={grouped && field.type === 'radio' ? field.required : undefined}
    >
      {!selfNamed && (
        <label className={styles.label} id={`${id}-label`} htmlFor={grouped ? undefined : id}>
          {field.label}
          {field.required && <span className={styles.required}>{t('field.required')}</span>}
        </label>
      )}
      <FieldControl
        field={field}
        id={id}
        value={value}
        disabled={locked}
        invalid={shown !== null}
        describedBy={message === null ? undefined : `${id}-message`}
        onChange={(next: FieldValue | null) => move((now) => setField(now, field.key, next))}
        onLeave={() => setLeft(true)}
      />
      {message !== null && (
        <p className={styles.message} id={`${id}-message`} data-tone={shown === null ? 'odd' : 'wrong'}>
          {message}
        </p>
      )}
    </div>
  );

  function issueText(what: FieldIssue): string {
    if (what === 'missing') return t(field.type === 'readback' ? 'field.missingRead' : 'field.missing');
    return t(`field.${what}`, { min: field.min ?? '', max: field.max ?? '' });
  }
}

function Computed({ field }: { field: Field }) {
  const t = useMessages(walkMessages);
  const { walk } = useWalk();
  const value = walkValues(walk)[field.key];
  const text = value === null || value === undefined ? '' : String(value);
  const mask = useMask(field, value ?? undefined);
  const named = field.options?.find((option) => option.value === text)?.label ?? text;
  return (
    <div className={styles.row}>
      <span className={styles.label} id={`${controlId(field.id)}-label`}>
        {field.label}
        <span className={styles.auto}>{t('field.computed')}</span>
      </span>
      <HeldOpen field={field} mask={mask}>
        <output className={styles.computed} aria-labelledby={`${controlId(field.id)}-label`}>
          {named === ''
            ? '—'
            : mask.shown(
                formatValue(named, computedFormat(field) ?? 'text', currentScript(walk).script.language),
              )}
        </output>
      </HeldOpen>
    </div>
  );
}
