import { Checkbox } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import type { FoundScript, ScriptStatus } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import table from '../../../ui/DataTable.module.css';
import { Time } from '../../../ui/Time.tsx';
import { markMatches } from '../../../ui/markMatches.ts';
import { startDrag } from '../folders/dragging.ts';
import { LabelTag } from '../labels/LabelTag.tsx';
import { scriptsMessages } from '../messages.ts';
import { Findings, PeopleIn } from './RowStatus.tsx';
import { Published } from './Published.tsx';
import { ReviewDue } from './ReviewDue.tsx';
import { RowMenu } from './RowMenu.tsx';
import styles from './ScriptTable.module.css';
import type { ScriptAction } from './scriptAction.ts';
import type { Selection } from './useSelection.ts';

interface Props {
  index: number;
  measure: (row: HTMLTableRowElement | null) => void;
  script: ScriptSummary;
  query: string;
  found: FoundScript | undefined;
  status: ScriptStatus | undefined;
  today: string;
  mayEdit: boolean;
  showFolder: boolean;
  selection: Selection;
  onAction: (action: ScriptAction) => void;
}

export function ScriptRow(props: Props) {
  const { index, measure, script, query, found, status, today, mayEdit, selection, onAction } = props;
  const t = useMessages(scriptsMessages);
  const { id, title, labels, folder, owner } = script;
  const chosen = selection.ids.has(id);
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      data-chosen={chosen || undefined}
      className={styles.row}
      draggable={mayEdit}
      onDragStart={(event) => {
        const ids = chosen ? [...selection.ids] : [id];
        startDrag(event, { kind: 'scripts', ids }, title);
      }}
    >
      {mayEdit && (
        <td className={styles.check}>
          <Checkbox
            size="xs"
            aria-label={t('select', { title })}
            checked={chosen}
            onChange={() => undefined}
            onClick={(event) => selection.toggle(id, event.shiftKey)}
          />
        </td>
      )}
      <td className={styles.titleCell}>
        <div className={styles.title}>
          <Link
            className={table.main}
            to={mayEdit ? `/scripts/${id}` : `/scripts/${id}/versions`}
            data-row={id}
            draggable={false}
          >
            <Marked text={title} query={query} />
          </Link>
          {status !== undefined && <Findings status={status} />}
          {labels.map((label) => (
            <LabelTag key={label} label={label} />
          ))}
        </div>
        {props.showFolder && folder !== '' && (
          <span className={styles.folder}>
            <IconFolder size="0.8125rem" stroke={1.8} aria-hidden />
            {folder}
          </span>
        )}
        {found !== undefined && <Excerpts found={found} query={query} mayEdit={mayEdit} />}
      </td>
      <td className={styles.publishedCell}>
        <Published script={script} status={status} />
      </td>
      <td data-label={owner === null ? undefined : t('column.owner')} className={styles.owner}>
        {owner?.name}
      </td>
      <td data-label={script.reviewDue === null ? undefined : t('column.review')} className={table.nowrap}>
        <ReviewDue script={script} today={today} />
      </td>
      <td className={styles.updated} data-label={t('column.updated')}>
        <div className={styles.updatedBox}>
          <span className={table.nowrap}>
            <Time iso={script.updatedAt} />
          </span>
          {script.lastEdit?.by != null && <span className={table.quiet}>{script.lastEdit.by}</span>}
          {status !== undefined && status.editors.length > 0 && <PeopleIn people={status.editors} />}
        </div>
      </td>
      <td className={table.end}>
        <RowMenu script={script} usedBy={status?.usedBy ?? 0} mayEdit={mayEdit} onAction={onAction} />
      </td>
    </tr>
  );
}

function Marked({ text, query }: { text: string; query: string }) {
  return markMatches(text, query).map((piece, at) =>
    piece.match ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
  );
}

/** The lines of the script that the search found, each leading to its step. */
function Excerpts({ found, query, mayEdit }: { found: FoundScript; query: string; mayEdit: boolean }) {
  const t = useMessages(scriptsMessages);
  const lines = found.lines.filter(({ part, stepId }) => part !== 'title' || stepId !== null);
  if (lines.length === 0) return null;
  const to = (stepId: string | null) => {
    const step = stepId === null ? '' : `?step=${encodeURIComponent(stepId)}`;
    return mayEdit ? `/scripts/${found.id}${step}` : `/scripts/${found.id}/versions`;
  };
  return (
    <ul className={styles.excerpts} aria-label={t('foundIn')}>
      {lines.map((line, at) => (
        <li key={at}>
          <Link to={to(line.stepId)}>
            {line.stepTitle !== '' && <strong>{line.stepTitle}</strong>}
            <span>
              <Marked text={line.excerpt} query={query} />
            </span>
            {line.publishedOnly && <em>{t('publishedOnly')}</em>}
          </Link>
        </li>
      ))}
      {found.count > found.lines.length && (
        <li className={table.quiet}>{t('moreFound', { count: found.count - found.lines.length })}</li>
      )}
    </ul>
  );
}
