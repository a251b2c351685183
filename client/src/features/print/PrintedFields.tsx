import type { Field } from '@daihon/shared/script/schema';
import { useMessages } from '../../app/i18n.ts';
import styles from './Booklet.module.css';
import { printMessages } from './messages.ts';
import { PrintedLabel } from './PrintedLabel.tsx';

/** What the agent fills in, as blanks to write in and boxes to tick. */
export function PrintedFields({ fields }: { fields: readonly Field[] }) {
  const t = useMessages(printMessages);
  return (
    <ul className={styles.fields}>
      {fields.map((field) => (
        <li key={field.id} data-long={field.type === 'longtext' || undefined}>
          <span className={styles.label}>
            <PrintedLabel text={field.label} />
            {field.required && <span className={styles.required}>{t('required')}</span>}
          </span>
          <Blank field={field} />
        </li>
      ))}
    </ul>
  );
}

function Blank({ field }: { field: Field }) {
  const t = useMessages(printMessages);
  if (field.computed !== undefined) {
    return <span className={styles.computed}>{t('computed', { expression: field.computed })}</span>;
  }
  if (field.options !== undefined && field.options.length > 0) {
    return (
      <ul className={styles.options}>
        {field.options.map(({ value, label }) => (
          <li key={value}>{label}</li>
        ))}
      </ul>
    );
  }
  return <span className={styles.line}>{hintOf(field.type, t)}</span>;
}

function hintOf(
  type: Field['type'],
  t: (key: 'dateBlank' | 'timeBlank' | 'telBlank' | 'postcodeBlank') => string,
): string {
  if (type === 'date') return t('dateBlank');
  if (type === 'time') return t('timeBlank');
  if (type === 'tel') return t('telBlank');
  return type === 'postcode' ? t('postcodeBlank') : '';
}
