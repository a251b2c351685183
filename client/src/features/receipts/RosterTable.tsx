import { Button } from '@mantine/core';
import type { RosterLine } from '@daihon/shared/receipts';
import { useMessages } from '../../app/i18n.ts';
import table from '../../ui/DataTable.module.css';
import { Tag } from '../../ui/Tag.tsx';
import { Time } from '../../ui/Time.tsx';
import { uiMessages } from '../../ui/messages.ts';
import styles from './RosterTable.module.css';
import { receiptsMessages } from './messages.ts';

interface Props {
  lines: readonly RosterLine[];
  /** Whether an acknowledgement is asked for. */
  asked: boolean;
  stale: boolean;
  more: (() => void) | null;
  loadingMore: boolean;
}

/** One line per agent, the missing ones first; cards where there is no room for columns. */
export function RosterTable({ lines, asked, stale, more, loadingMore }: Props) {
  const t = useMessages(receiptsMessages);
  const ui = useMessages(uiMessages);
  return (
    <>
      <div className={table.scroller} aria-busy={stale}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('column.name')}</th>
              <th scope="col">{t('column.loginId')}</th>
              <th scope="col">{t('column.state')}</th>
              <th scope="col">{t('received')}</th>
              <th scope="col">{t('opened')}</th>
              {asked && <th scope="col">{t('acknowledged')}</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.account.id} line={line} asked={asked} />
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        <span>{t('rows', { count: lines.length })}</span>
        {more !== null && (
          <Button variant="subtle" size="compact-sm" loading={loadingMore} onClick={more}>
            {ui('more')}
          </Button>
        )}
      </div>
    </>
  );
}

function Line({ line, asked }: { line: RosterLine; asked: boolean }) {
  const t = useMessages(receiptsMessages);
  const { account, receivedAt, openedAt, acknowledgedAt } = line;
  return (
    <tr data-missing={line.missing || undefined}>
      <td className={styles.name}>{account.name === '' ? t('gone') : account.name}</td>
      <td className={table.quiet}>{account.loginId}</td>
      <td>
        <State line={line} asked={asked} />
      </td>
      <At iso={receivedAt} label={t('received')} />
      <At iso={openedAt} label={t('opened')} />
      {asked && <At iso={acknowledgedAt} label={t('acknowledged')} />}
    </tr>
  );
}

function State({ line, asked }: { line: RosterLine; asked: boolean }) {
  const t = useMessages(receiptsMessages);
  if (line.missing)
    return (
      <Tag tone="amber" dot>
        {t(asked ? 'state.missingAsked' : 'state.missingNotice')}
      </Tag>
    );
  if (line.standing !== 'addressed') return <Tag>{t(`state.${line.standing}`)}</Tag>;
  return (
    <Tag tone="green" dot>
      {t('state.done')}
    </Tag>
  );
}

/** Without a time there is nothing to say: on a card the whole entry goes. */
function At({ iso, label }: { iso: string | null; label: string }) {
  return (
    <td className={`${table.quiet ?? ''} ${table.nowrap ?? ''}`} data-label={label}>
      {iso !== null && <Time iso={iso} />}
    </td>
  );
}
