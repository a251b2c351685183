import { useMessages } from '../../app/i18n.ts';
import styles from './Booklet.module.css';
import { printMessages } from './messages.ts';
import { PrintedLabel } from './PrintedLabel.tsx';
import { Target } from './PrintedStep.tsx';
import { useBooklet } from './reading.ts';

/** What belongs to no step: side topics and placeholders. */
export function BookletTables() {
  const t = useMessages(printMessages);
  const { script } = useBooklet();
  const examples = script.placeholders.some(({ example }) => example !== '');
  return (
    <>
      {script.interrupts.length > 0 && (
        <section className={styles.tables}>
          <h2>{t('interrupts')}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('column.topic')}</th>
                <th scope="col">{t('column.to')}</th>
              </tr>
            </thead>
            <tbody>
              {script.interrupts.map(({ id, label, to }) => (
                <tr key={id}>
                  <td>
                    <PrintedLabel text={label} />
                  </td>
                  <td>
                    <Target to={to} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {script.placeholders.length > 0 && (
        <section className={styles.tables}>
          <h2>{t('placeholders')}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('column.label')}</th>
                <th scope="col">{t('column.key')}</th>
                {examples && <th scope="col">{t('column.example')}</th>}
                <th scope="col">{t('column.fallback')}</th>
              </tr>
            </thead>
            <tbody>
              {script.placeholders.map(({ key, label, example, fallback }) => (
                <tr key={key}>
                  <td>{label}</td>
                  <td>
                    <code>{key}</code>
                  </td>
                  {examples && <td>{example}</td>}
                  <td>
                    <PrintedLabel text={fallback} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
