import { IconCheck } from '@tabler/icons-react';
import type { FieldValue } from '@daihon/shared/call';
import type { Field, FieldType } from '@daihon/shared/script/schema';
import { useMessages } from '../../app/i18n.ts';
import { walkMessages } from '../messages.ts';
import styles from './FieldControl.module.css';
import { HeldOpen } from './HeldOpen.tsx';
import { normalise } from './normalise.ts';
import { useMask } from './useMask.ts';

interface Props {
  field: Field;
  id: string;
  value: FieldValue | undefined;
  disabled: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  onChange: (value: FieldValue | null) => void;
  onLeave: () => void;
}

/** The control that fits a field's type. Text is stored as typed, and as it is meant once the field is left. */
export function FieldControl(props: Props) {
  const { field } = props;
  if (field.type === 'select') return <Choice {...props} />;
  if (field.type === 'longtext') return <LongText {...props} />;
  if (field.type === 'radio') return <Radios {...props} />;
  if (field.type === 'checkbox' || field.type === 'readback')
    return field.options === undefined ? <Tick {...props} /> : <Ticks {...props} />;
  return <Line {...props} />;
}

const inputModes: Partial<Record<FieldType, 'numeric' | 'tel'>> = {
  number: 'numeric',
  tel: 'tel',
  postcode: 'numeric',
};

function Line({ field, id, value, disabled, invalid, describedBy, onChange, onLeave }: Props) {
  const t = useMessages(walkMessages);
  const mask = useMask(field, value);
  const hinted = field.type === 'date' || field.type === 'time' || field.type === 'postcode';
  const line = (
    <input
      id={id}
      className={styles.line}
      data-short={['number', 'date', 'time', 'postcode'].includes(field.type) || undefined}
      inputMode={inputModes[field.type] ?? 'text'}
      autoComplete="off"
      spellCheck={false}
      maxLength={4_000}
      placeholder={hinted || field.type === 'tel' ? t(`field.hint.${field.type as 'date'}`) : undefined}
      value={mask.shown(textOf(value))}
      disabled={disabled}
      required={field.required}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onFocus={mask.open}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        mask.close();
        const typed = event.currentTarget.value;
        const meant = normalise(field.type, typed);
        if (meant !== value && typed !== '') onChange(meant);
        onLeave();
      }}
    />
  );
  return (
    <HeldOpen field={field} mask={mask}>
      {line}
    </HeldOpen>
  );
}

function LongText({ field, id, value, disabled, invalid, describedBy, onChange, onLeave }: Props) {
  const mask = useMask(field, value);
  const text = (
    <textarea
      id={id}
      className={styles.long}
      rows={3}
      maxLength={4_000}
      value={mask.shown(textOf(value))}
      disabled={disabled}
      required={field.required}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onFocus={mask.open}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        mask.close();
        const meant = normalise('longtext', event.currentTarget.value);
        if (meant !== value && meant !== '') onChange(meant);
        onLeave();
      }}
    />
  );
  return (
    <HeldOpen field={field} mask={mask}>
      {text}
    </HeldOpen>
  );
}

function Choice({ field, id, value, disabled, invalid, describedBy, onChange, onLeave }: Props) {
  const t = useMessages(walkMessages);
  return (
    <select
      id={id}
      className={styles.select}
      value={textOf(value)}
      disabled={disabled}
      required={field.required}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onLeave}
    >
      <option value="">{t('field.choose')}</option>
      {(field.options ?? []).map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function Radios({ field, id, value, disabled, describedBy, onChange, onLeave }: Props) {
  return (
    <div className={styles.pills}>
      {(field.options ?? []).map((option, index) => (
        <label key={option.value} className={styles.pill}>
          <input
            id={`${id}-${index}`}
            type="radio"
            name={id}
            checked={value === option.value}
            disabled={disabled}
            aria-describedby={describedBy}
            onChange={() => onChange(option.value)}
            onBlur={onLeave}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

function Ticks({ field, id, value, disabled, describedBy, onChange, onLeave }: Props) {
  const ticked = Array.isArray(value) ? value : [];
  const options = field.options ?? [];
  return (
    <div className={field.type === 'readback' ? styles.rows : styles.pills}>
      {options.map((option, index) => (
        <label key={option.value} className={styles.pill}>
          <input
            id={`${id}-${index}`}
            type="checkbox"
            checked={ticked.includes(option.value)}
            disabled={disabled}
            aria-describedby={describedBy}
            onChange={(event) => onChange(toggled(option.value, event.currentTarget.checked))}
            onBlur={onLeave}
          />
          <span className={styles.box} aria-hidden>
            <IconCheck size="0.875rem" stroke={3} />
          </span>
          {option.label}
        </label>
      ))}
    </div>
  );

  /** In the order of the options, whatever the order of the ticks. */
  function toggled(option: string, on: boolean): FieldValue | null {
    const wanted = options
      .map((each) => each.value)
      .filter((each) => (each === option ? on : ticked.includes(each)));
    return wanted.length === 0 ? null : wanted;
  }
}

function Tick({ field, id, value, disabled, describedBy, onChange, onLeave }: Props) {
  return (
    <label className={styles.pill}>
      <input
        id={id}
        type="checkbox"
        checked={value === true}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked ? true : null)}
        onBlur={onLeave}
      />
      <span className={styles.box} aria-hidden>
        <IconCheck size="0.875rem" stroke={3} />
      </span>
      {field.label}
    </label>
  );
}

function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
