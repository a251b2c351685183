import type { ImportProblem } from '@daihon/shared/exchange/problem';
import { useMessages } from '../../app/i18n.ts';
import { Tag } from '../../ui/Tag.tsx';
import styles from './Import.module.css';
import { importMessages } from './messages.ts';

/** What is wrong, where, in the reader's words; errors first. */
export function ProblemTable({ problems }: { problems: readonly ImportProblem[] }) {
  const t = useMessages(importMessages);
  const sorted = problems.toSorted((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0));
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('column.what')}>
      <table className={styles.problems}>
        <thead>
          <tr>
            <th scope="col">{t('column.severity')}</th>
            <th scope="col">{t('column.place')}</th>
            <th scope="col">{t('column.what')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((problem, index) => (
            <tr key={index}>
              <td>
                <Tag tone={problem.severity === 'error' ? 'red' : 'amber'}>
                  {t(`severity.${problem.severity}`)}
                </Tag>
              </td>
              <td className={styles.place}>{placeOf(problem)}</td>
              <td>{t(`problem.${problem.code}`, problem.values)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function placeOf({ line, column }: ImportProblem): string {
    if (line === null) return column ?? t('whole');
    return column === null ? t('line', { line }) : t('lineColumn', { line, column });
  }
}

function rank({ severity }: ImportProblem): number {
  return severity === 'error' ? 0 : 1;
}
