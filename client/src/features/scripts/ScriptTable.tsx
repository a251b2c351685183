import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHistory, IconPencil, IconTag, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../app/i18n.ts';
import table from '../../ui/DataTable.module.css';
import { Tag } from '../../ui/Tag.tsx';
import type { TagTone } from '../../ui/Tag.tsx';
import { Time } from '../../ui/Time.tsx';
import { LabelTag } from './LabelTag.tsx';
import styles from './ScriptTable.module.css';
import type { ScriptAction } from './scriptAction.ts';
import { scriptsMessages } from './messages.ts';

interface Props {
  scripts: readonly ScriptSummary[];
  mayEdit: boolean;
  onAction: (action: ScriptAction) => void;
}

const stateTones: Record<ScriptSummary['state'], TagTone> = {
  draft: 'neutral',
  published: 'accent',
  archived: 'neutral',
  withdrawn: 'red',
};

export function ScriptTable({ scripts, mayEdit, onAction }: Props) {
  const t = useMessages(scriptsMessages);
  return (
    <div className={table.scroller} onKeyDown={moveBetweenRows}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.title')}</th>
            <th scope="col">{t('column.published')}</th>
            <th scope="col">{t('column.changes')}</th>
            <th scope="col">{t('column.updated')}</th>
            <th scope="col" className={table.end}>
              <span className="visually-hidden">{t('column.menu')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scripts.map((script) => (
            <Row key={script.id} script={script} mayEdit={mayEdit} onAction={onAction} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ script, mayEdit, onAction }: Omit<Props, 'scripts'> & { script: ScriptSummary }) {
  const t = useMessages(scriptsMessages);
  const { id, title, labels, state, publishedVersion, publishedAt, unpublishedChanges, updatedAt } = script;
  return (
    <tr>
      <td>
        <div className={styles.title}>
          <Link className={table.main} to={mayEdit ? `/scripts/${id}` : `/scripts/${id}/versions`} data-row>
            {title}
          </Link>
          {labels.map((label) => (
            <LabelTag key={label} label={label} />
          ))}
        </div>
      </td>
      <td>
        <div className={styles.published}>
          <Tag tone={stateTones[state]} dot={state === 'published'}>
            {t(`state.${state}`)}
          </Tag>
          {publishedVersion !== null && (
            <span className={styles.version}>
              {t('version', { number: publishedVersion })}
              {publishedAt !== null && (
                <span className={table.quiet}>
                  <Time iso={publishedAt} />
                </span>
              )}
            </span>
          )}
        </div>
      </td>
      <td>
        {unpublishedChanges && publishedVersion !== null && (
          <span className={styles.changed}>
            <span className={styles.dot} aria-hidden />
            {t('changed')}
          </span>
        )}
      </td>
      <td className={`${table.quiet ?? ''} ${table.nowrap ?? ''}`} data-label={t('column.updated')}>
        <Time iso={updatedAt} />
      </td>
      <td className={table.end}>
        <RowMenu script={script} mayEdit={mayEdit} onAction={onAction} />
      </td>
    </tr>
  );
}

function RowMenu({ script, mayEdit, onAction }: Omit<Props, 'scripts'> & { script: ScriptSummary }) {
  const t = useMessages(scriptsMessages);
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon aria-label={t('menuOf', { title: script.title })}>
          <IconDots size="1.125rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayEdit && (
          <Menu.Item
            component={Link}
            to={`/scripts/${script.id}`}
            leftSection={<IconPencil size="1rem" aria-hidden />}
          >
            {t('open')}
          </Menu.Item>
        )}
        <Menu.Item
          component={Link}
          to={`/scripts/${script.id}/versions`}
          leftSection={<IconHistory size="1rem" aria-hidden />}
        >
          {t('history')}
        </Menu.Item>
        {mayEdit && (
          <>
            <Menu.Item
              leftSection={<IconTag size="1rem" aria-hidden />}
              onClick={() => onAction({ kind: 'labels', script })}
            >
              {t('editLabels')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<IconTrash size="1rem" aria-hidden />}
              onClick={() => onAction({ kind: 'remove', script })}
            >
              {t('remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** ↑ and ↓ go from title to title; Tab still reaches everything. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('[data-row]')) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const next = rows[rows.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
