import { Button, Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LogRow } from '@daihon/shared/log';
import { useMessages } from '../../app/i18n.ts';
import { Tag } from '../../ui/Tag.tsx';
import { Time } from '../../ui/Time.tsx';
import { uiMessages } from '../../ui/messages.ts';
import styles from './LogDrawer.module.css';
import { useActionText } from './actions.ts';
import { changedFields, otherFields } from './changedFields.ts';
import { useDetailText, useValueText } from './detailWords.ts';
import { logsMessages } from './messages.ts';

interface Props {
  row: LogRow | null;
  onClose: () => void;
  onOnly: (loginId: string) => void;
}

/** One record, whole: who, what, from where, and for a change what it was before and what it is after. */
export function LogDrawer({ row, onClose, onOnly }: Props) {
  const t = useMessages(logsMessages);
  const ui = useMessages(uiMessages);
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={row !== null && <strong>{t('detail.title', { n: row.n })}</strong>}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      {row !== null && <Facts row={row} onOnly={onOnly} />}
    </Drawer>
  );
}

function Facts({ row, onOnly }: { row: LogRow; onOnly: (loginId: string) => void }) {
  const t = useMessages(logsMessages);
  const actionText = useActionText();
  const detailText = useDetailText();
  const valueText = useValueText();
  const others = otherFields(row.detail);
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={t('column.at')}>
          <Time iso={row.at} exact /> JST
        </Fact>
        <Fact name={t('column.actor')}>
          {row.actor.loginId === '' ? t('nobody') : row.actor.loginId}
          {row.actor.loginId !== '' && (
            <Button variant="subtle" size="compact-xs" ml="xs" onClick={() => onOnly(row.actor.loginId)}>
              {t('detail.sameRows')}
            </Button>
          )}
        </Fact>
        <Fact name={t('column.action')}>
          {actionText(row.action)} <code className={styles.code}>{row.action}</code>
        </Fact>
        {row.target !== null && (
          <Fact name={t('column.target')}>
            {row.target.type === 'call' ? (
              <Link to={`/calls/${row.target.id}`}>{row.target.label}</Link>
            ) : (
              row.target.label
            )}{' '}
            <code className={styles.code}>{`${row.target.type} ${row.target.id}`}</code>
          </Fact>
        )}
        <Fact name={t('column.result')}>
          <Tag tone={row.result === 'ok' ? 'green' : row.result === 'refused' ? 'amber' : 'red'}>
            {t(`result.${row.result}`)}
          </Tag>
        </Fact>
        {row.address !== '' && <Fact name={t('column.address')}>{row.address}</Fact>}
      </dl>
      <Changes detail={row.detail} />
      {others.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('detail.more')}</h3>
          <dl className={styles.facts}>
            {others.map(([key, text]) => (
              <Fact key={key} name={detailText(key)}>
                <span className={styles.value}>{valueText(key, text)}</span>
              </Fact>
            ))}
          </dl>
        </>
      )}
      <details className={styles.raw}>
        <summary>{t('detail.raw')}</summary>
        <pre>{JSON.stringify(row, null, 2)}</pre>
      </details>
    </>
  );
}

function Changes({ detail }: { detail: Record<string, unknown> }) {
  const t = useMessages(logsMessages);
  const detailText = useDetailText();
  const valueText = useValueText();
  const changes = changedFields(detail);
  if (changes.length === 0) return null;
  return (
    <table className={styles.changes}>
      <thead>
        <tr>
          <th scope="col">{t('detail.item')}</th>
          <th scope="col">{t('detail.before')}</th>
          <th scope="col">{t('detail.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, before, after }) => (
          <tr key={key}>
            <th scope="row">{detailText(key)}</th>
            <td>{before === '' ? t('detail.noChange') : <del>{valueText(key, before)}</del>}</td>
            <td>{after === '' ? t('detail.noChange') : <ins>{valueText(key, after)}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
