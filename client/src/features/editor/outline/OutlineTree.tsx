import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { useFindings } from '../checks/useFindings.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useScript, useView } from '../session/context.ts';
import { placeOfDrop } from '../session/outline.ts';
import { useDragOrder } from '../ui/useDragOrder.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { GroupRow } from './GroupRow.tsx';
import styles from './Outline.module.css';
import { looseGroupId, outlineRows } from './rows.ts';
import { StepRow } from './StepRow.tsx';
import { useTreeKeys } from './useTreeKeys.ts';

/** Groups, steps and choices as one tree with a single tab stop. */
export function OutlineTree({ filter }: { filter: string }) {
  const t = useMessages(editorMessages);
  const script = useScript();
  const { view, actions } = useEditor();
  const openStepId = useView((state) => state.stepId);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [activeId, setActiveId] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const findings = useFindings();
  const rows = useMemo(
    () => outlineRows(script, { folded, unfolded, filter }),
    [script, folded, unfolded, filter],
  );
  const active =
    rows.find(({ id }) => id === activeId) ?? rows.find(({ id }) => id === `step:${openStepId ?? ''}`);
  const tabStop = active?.id ?? rows[0]?.id;
  const toggle = useCallback((id: string) => {
    if (id.startsWith('group:')) setFolded((set) => toggled(set, id));
    else setUnfolded((set) => toggled(set, id));
  }, []);
  const drag = useDragOrder({
    kind: 'step',
    onDrop: (id, targetId, side) => {
      const [type, name = ''] = targetId.split(':');
      const target =
        type === 'step' ? { stepId: name } : { groupId: targetId === looseGroupId ? null : name };
      const place = placeOfDrop(script, [id.slice('step:'.length)], target, side);
      if (place !== null) actions.moveBefore(id.slice('step:'.length), place);
    },
  });
  const press = useTreeKeys({ rows, tabStop, toggle, activate: setActiveId, tree });

  useEffect(() => {
    if (openStepId === null) return;
    setActiveId(`step:${openStepId}`);
    const row = tree.current?.querySelector(`[data-row="step:${openStepId}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [openStepId]);

  if (rows.length === 0) {
    return <p className={styles.empty}>{filter === '' ? t('outline.empty') : t('outline.noMatch')}</p>;
  }
  return (
    <div
      ref={tree}
      className={styles.tree}
      role="tree"
      aria-label={t('panes.outline')}
      aria-description={t('outline.hint')}
      onKeyDown={press}
      {...drag}
      onFocus={(event) => {
        const row = event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
        if (row !== undefined) setActiveId(row);
      }}
      onDoubleClick={() => {
        if (active?.type === 'step') view.set({ renamingId: active.step.id });
      }}
    >
      {rows.map((row) => {
        const shared = { rowId: row.id, isTabStop: row.id === tabStop };
        if (row.type === 'group') return <GroupRow key={row.id} {...shared} row={row} onToggle={toggle} />;
        if (row.type === 'choice')
          return <ChoiceRow key={row.id} {...shared} step={row.step} choice={row.choice} />;
        return (
          <StepRow
            key={row.id}
            {...shared}
            step={row.step}
            number={row.number}
            open={row.open}
            isOpenStep={row.step.id === openStepId}
            isStart={row.step.id === script.start}
            severity={findings.worst.get(row.step.id) ?? null}
            onToggle={toggle}
          />
        );
      })}
    </div>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
