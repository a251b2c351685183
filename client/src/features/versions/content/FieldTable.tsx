import type { Field } from '@daihon/shared/script/schema';
import { useMessages } from '../../../app/i18n.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { versionsMessages } from '../messages.ts';
import { scriptWords } from '../../../script/words.ts';
import { typeWords } from '../../../script/fieldTypes.ts';
import styles from './Content.module.css';
import { Marked } from './Marked.tsx';

export function FieldTable({ fields }: { fields: readonly Field[] }) {
  const t = useMessages(versionsMessages);
  const words = useMessages(scriptWords);
  const types = useMessages(typeWords);
  return (
    <section className={styles.part}>
      <h4>{words('part.fields')}</h4>
      <ul className={styles.fields}>
        {fields.map((field) => (
          <li key={field.id}>
            <span className={styles.label}>
              <Marked text={field.label} />
            </span>
            <code>
              <Marked text={field.key} />
            </code>
            <span className={styles.quiet}>{types(`field.${field.type}`)}</span>
            {field.required && <Tag tone="red">{t('content.required')}</Tag>}
            {field.personal && <Tag tone="violet">{t('content.personal')}</Tag>}
            {field.mask !== undefined && <Tag tone="violet">{t(`content.mask.${field.mask}`)}</Tag>}
            <Details field={field} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What may be entered, or how the value is come by. */
function Details({ field }: { field: Field }) {
  const t = useMessages(versionsMessages);
  const options = (field.options ?? []).map(({ value, label }) =>
    value === label ? label : `${label} (${value})`,
  );
  const details = [
    ...(options.length > 0 ? [t('content.options', { options: options.join(t('content.comma')) })] : []),
    ...(field.min === undefined ? [] : [t('content.min', { number: field.min })]),
    ...(field.max === undefined ? [] : [t('content.max', { number: field.max })]),
    ...(field.computed === undefined ? [] : [t('content.computed', { expression: field.computed })]),
  ];
  if (details.length === 0) return null;
  return (
    <span className={styles.details}>
      <Marked text={details.join(' · ')} />
    </span>
  );
}
