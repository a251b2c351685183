import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import type { FoundScript, ScriptStatus } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import table from '../../../ui/DataTable.module.css';
import { startsDescending } from '../filter/filterScripts.ts';
import type { ScriptFilter, SortKey } from '../filter/filterScripts.ts';
import { scriptsMessages } from '../messages.ts';
import { ScriptRow } from './ScriptRow.tsx';
import styles from './ScriptTable.module.css';
import type { ScriptAction } from './scriptAction.ts';
import { useRowKeys } from './useRowKeys.ts';
import type { Selection } from './useSelection.ts';

interface Props {
  scripts: readonly ScriptSummary[];
  filter: ScriptFilter;
  found: ReadonlyMap<string, FoundScript> | undefined;
  status: ReadonlyMap<string, ScriptStatus> | undefined;
  today: string;
  mayEdit: boolean;
  selection: Selection;
  onSort: (sort: SortKey, descending: boolean) => void;
  onAction: (action: ScriptAction) => void;
}

const rowHeightPx = 64;

/** The list itself. Only the rows near the screen are in the page, so a thousand scripts are as quick as ten. */
export function ScriptTable(props: Props) {
  const { scripts, filter, found, status, today, mayEdit, selection, onSort, onAction } = props;
  const t = useMessages(scriptsMessages);
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const scroller = scrollerOf();
    if (body.current === null || scroller === null) return;
    const top = body.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    setMargin(top + scroller.scrollTop);
  }, []);
  const rows = useVirtualizer({
    count: scripts.length,
    getScrollElement: scrollerOf,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => scripts[index]?.id ?? index,
    overscan: 12,
    scrollMargin: margin,
  });
  const keys = useRowKeys({
    scripts,
    selection,
    mayEdit,
    onAction,
    reveal: (index) => rows.scrollToIndex(index),
  });
  const items = rows.getVirtualItems();
  const before = (items[0]?.start ?? margin) - margin;
  const after = rows.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);

  const head = (column: SortKey, label: string) => (
    <SortHead
      label={label}
      active={filter.sort === column}
      descending={filter.descending}
      onSort={() => onSort(column, filter.sort === column ? !filter.descending : startsDescending(column))}
    />
  );

  return (
    <div className={`${table.scroller ?? ''} ${styles.scroller ?? ''}`} onKeyDown={keys}>
      <table
        className={`${table.table ?? ''} ${styles.table ?? ''}`}
        aria-rowcount={scripts.length + 1}
        aria-label={t('title')}
      >
        <thead>
          <tr>
            {mayEdit && (
              <th scope="col" className={styles.check}>
                <Checkbox
                  size="xs"
                  aria-label={t('selectAll')}
                  checked={selection.ids.size === scripts.length}
                  indeterminate={selection.ids.size > 0 && selection.ids.size < scripts.length}
                  onChange={() =>
                    selection.ids.size === scripts.length ? selection.clear() : selection.all()
                  }
                />
              </th>
            )}
            {head('title', t('column.title'))}
            {head('published', t('column.published'))}
            {head('owner', t('column.owner'))}
            {head('review', t('column.review'))}
            {head('updated', t('column.updated'))}
            <th scope="col" className={table.end}>
              <span className="visually-hidden">{t('column.menu')}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {before > 0 && <Space height={before} />}
          {items.map((item) => {
            const script = scripts[item.index];
            if (script === undefined) return null;
            return (
              <ScriptRow
                key={script.id}
                index={item.index}
                measure={rows.measureElement}
                script={script}
                query={filter.q}
                found={filter.q.trim() === '' ? undefined : found?.get(script.id)}
                status={status?.get(script.id)}
                today={today}
                mayEdit={mayEdit}
                showFolder={filter.folder !== script.folder}
                selection={selection}
                onAction={onAction}
              />
            );
          })}
          {after > 0 && <Space height={after} />}
        </tbody>
      </table>
    </div>
  );
}

/** The page's own scroll area. */
function scrollerOf(): HTMLElement | null {
  return document.getElementById('main');
}

function Space({ height }: { height: number }) {
  return (
    <tr aria-hidden className={styles.space}>
      <td style={{ height }} />
    </tr>
  );
}

function SortHead({
  label,
  active,
  descending,
  onSort,
}: {
  label: string;
  active: boolean;
  descending: boolean;
  onSort: () => void;
}) {
  const Arrow = descending ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={styles.sort} onClick={onSort}>
        {label}
        {active && <Arrow size="0.875rem" aria-hidden />}
      </button>
    </th>
  );
}
