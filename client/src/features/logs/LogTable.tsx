import { Button } from '@mantine/core';
import type { LogRow } from '@daihon/shared/log';
import { useMessages } from '../../app/i18n.ts';
import table from '../../ui/DataTable.module.css';
import { Tag } from '../../ui/Tag.tsx';
import { Time } from '../../ui/Time.tsx';
import { uiMessages } from '../../ui/messages.ts';
import styles from './LogTable.module.css';
import { useActionText } from './actions.ts';
import { briefOf } from './changedFields.ts';
import { useDetailText } from './detailWords.ts';
import { logsMessages } from './messages.ts';
import { useNearEnd } from './useNearEnd.ts';

interface Props {
  rows: readonly LogRow[];
  onOpen: (row: LogRow) => void;
  /** Rows of the previous question, while the new answer is on its way. */
  stale: boolean;
  more: (() => void) | null;
  loadingMore: boolean;
}

export function LogTable({ rows, onOpen, stale, more, loadingMore }: Props) {
  const t = useMessages(logsMessages);
  const ui = useMessages(uiMessages);
  const end = useNearEnd(loadingMore || stale ? null : more);
  return (
    <>
      <div className={table.scroller} aria-busy={stale} data-stale={stale || undefined}>
        <table className={`${table.table ?? ''} ${styles.log ?? ''}`}>
          <thead>
            <tr>
              <th scope="col" className={table.end}>
                {t('column.n')}
              </th>
              <th scope="col">{t('column.at')}</th>
              <th scope="col">{t('column.actor')}</th>
              <th scope="col">{t('column.action')}</th>
              <th scope="col">{t('column.target')}</th>
              <th scope="col">{t('column.result')}</th>
              <th scope="col">{t('column.address')}</th>
              <th scope="col">{t('column.detail')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.n}-${row.at}-${row.action}`} row={row} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
      <div ref={end} className={styles.foot}>
        <span role="status">{t('rows', { count: rows.length })}</span>
        {more === null ? (
          <span>{t('end')}</span>
        ) : (
          <Button variant="subtle" size="compact-sm" loading={loadingMore} onClick={more}>
            {ui('more')}
          </Button>
        )}
      </div>
    </>
  );
}

const resultTones = { ok: 'neutral', refused: 'amber', failed: 'red' } as const;

function Row({ row, onOpen }: { row: LogRow; onOpen: (row: LogRow) => void }) {
  const t = useMessages(logsMessages);
  const actionText = useActionText();
  const detailText = useDetailText();
  const { n, at, actor, action, target, result, address, detail } = row;
  return (
    <tr className={styles.row} onClick={() => onOpen(row)}>
      <td className={`${table.end ?? ''} ${table.quiet ?? ''} ${styles.number ?? ''}`}>{n}</td>
      <td className={table.nowrap}>
        <Time iso={at} exact />
      </td>
      <td className={styles.actor}>{actor.loginId === '' ? t('nobody') : actor.loginId}</td>
      <td className={table.nowrap}>
        <button
          type="button"
          className={styles.open}
          aria-label={`${actionText(action)} ${t('detailOf', { n })}`}
        >
          {actionText(action)}
        </button>
      </td>
      <td className={styles.target}>{target?.label ?? ''}</td>
      <td>
        <Tag tone={resultTones[result]}>{t(`result.${result}`)}</Tag>
      </td>
      <td className={`${table.quiet ?? ''} ${table.nowrap ?? ''}`}>{address}</td>
      <td className={styles.brief}>{briefOf(detail, detailText)}</td>
    </tr>
  );
}
