import { Button, SegmentedControl } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { StepDiff, VersionSummary } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { ChangeFilter } from './ChangeFilter.tsx';
import type { ShownChange } from './ChangeFilter.tsx';
import styles from './ComparePane.module.css';
import { RestoreDialog } from './RestoreDialog.tsx';
import type { RestoreAsk } from './restoreWords.ts';
import { RestoreMenu } from './RestoreMenu.tsx';
import { SidePicker } from './SidePicker.tsx';
import { StepChangeCard } from './StepChangeCard.tsx';
import type { Comparison, Side } from './comparison.ts';
import { VersionContent } from './content/VersionContent.tsx';
import { versionsMessages } from './messages.ts';
import { useChangeKeys } from './useChangeKeys.ts';
import { useDiff } from './useVersions.ts';

interface Props {
  scriptId: string;
  comparison: Comparison;
  versions: readonly VersionSummary[];
  mayEdit: boolean;
  onCompare: (from: number | null, to: Side) => void;
}

export function ComparePane({ scriptId, comparison, versions, mayEdit, onCompare }: Props) {
  const t = useMessages(versionsMessages);
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState<ShownChange>('all');
  const [asked, setAsked] = useState<RestoreAsk | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const query = useDiff(scriptId, params.has('v') ? null : comparison.from, comparison.to);
  const reading = params.has('v');
  const split = params.get('view') === 'split';
  const { go } = useChangeKeys(list, () => setSplit(!split));

  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <SidePicker comparison={comparison} versions={versions} withDraft={mayEdit} onCompare={onCompare} />
        {mayEdit && (
          <RestoreMenu
            comparison={comparison}
            onRestore={(number) => setAsked({ source: { version: number }, step: null })}
          />
        )}
      </div>
      {comparison.from === null ? (
        <First mayEdit={mayEdit} onDraft={() => onCompare(1, 'draft')} />
      ) : (
        <SegmentedControl
          className={styles.mode ?? ''}
          aria-label={t('mode.title')}
          value={reading ? 'content' : 'changes'}
          onChange={(mode) => setReading(mode === 'content')}
          data={[
            { value: 'changes', label: t('mode.changes') },
            {
              value: 'content',
              label:
                comparison.to === 'draft' ? t('mode.draft') : t('mode.content', { number: comparison.to }),
            },
          ]}
        />
      )}
      {reading || comparison.from === null ? (
        <VersionContent key={comparison.to} scriptId={scriptId} side={comparison.to} />
      ) : (
        <QueryGate query={query}>{({ steps }) => differences(steps)}</QueryGate>
      )}
      {asked !== null && <RestoreDialog scriptId={scriptId} ask={asked} onClose={() => setAsked(null)} />}
    </div>
  );

  function differences(steps: StepDiff[]) {
    if (steps.length === 0) {
      return (
        <Panel>
          <EmptyState icon={IconEqual} title={t('same.title')} body={t('same.body')} />
        </Panel>
      );
    }
    const visible = steps.filter(({ change }) => shown === 'all' || change === shown);
    return (
      <>
        <ChangeFilter
          steps={steps}
          shown={shown}
          onShow={setShown}
          split={split}
          onSplit={setSplit}
          onGo={go}
        />
        <ol className={styles.steps} ref={list} aria-label={t('steps')}>
          {visible.map((step) => (
            <StepChangeCard
              key={step.id}
              step={step}
              address={addressOf(step)}
              split={split}
              restore={mayEdit ? restoreOf(step) : null}
              restoreText={
                step.change === 'added'
                  ? t('restore.out')
                  : t('restore.step', { number: comparison.from ?? 0 })
              }
            />
          ))}
        </ol>
      </>
    );
  }

  /** The step in the version by itself; the script as a whole is none; one that was removed, in the version that still had it. */
  function addressOf(step: StepDiff) {
    if (step.id === '') return null;
    const side = step.change === 'removed' ? comparison.from : comparison.to;
    return { search: `?v=${side ?? comparison.to}`, hash: `#step-${step.id}` };
  }

  function setReading(on: boolean): void {
    const { from, to } = comparison;
    const compared = { ...(from === null ? {} : { a: String(from) }), b: String(to) };
    setParams(on ? { v: String(to) } : compared);
  }

  /** Takes the shown change back: the step as it was in the older version, or out where that had none; not what belongs to no step. */
  function restoreOf(step: StepDiff): (() => void) | null {
    const { from } = comparison;
    return from === null || step.id === '' ? null : () => setAsked({ source: { version: from }, step });
  }

  function setSplit(on: boolean): void {
    setParams(
      (before) => {
        if (on) before.set('view', 'split');
        else before.delete('view');
        return before;
      },
      { replace: true },
    );
  }
}

function First({ mayEdit, onDraft }: { mayEdit: boolean; onDraft: () => void }) {
  const t = useMessages(versionsMessages);
  return (
    <p className={styles.first}>
      {t('first.title')}
      {mayEdit && (
        <Button variant="subtle" size="compact-sm" onClick={onDraft}>
          {t('first.draft')}
        </Button>
      )}
    </p>
  );
}
