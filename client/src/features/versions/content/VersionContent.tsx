import { IconSearchOff } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { outlineSections, stepNumbers } from '@daihon/shared/script/outlineOrder';
import type { Script } from '@daihon/shared/script/schema';
import { useMessages } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { matchesQuery } from '../../../ui/foldText.ts';
import type { Side } from '../comparison.ts';
import { versionsMessages } from '../messages.ts';
import { useContent } from '../useVersions.ts';
import styles from './Content.module.css';
import { ContentStep } from './ContentStep.tsx';
import { ScriptParts } from './ScriptParts.tsx';
import { ReaderContext } from './reader.ts';
import type { Reader } from './reader.ts';
import { searchText } from './searchText.ts';

/** One version by itself, step by step, to read and to search. */
export function VersionContent({ scriptId, side }: { scriptId: string; side: Side }) {
  const query = useContent(scriptId, side);
  return <QueryGate query={query}>{(script) => <Steps script={script} side={side} />}</QueryGate>;
}

function Steps({ script, side }: { script: Script; side: Side }) {
  const t = useMessages(versionsMessages);
  const [query, setQuery] = useState('');
  const sections = useMemo(() => outlineSections(script), [script]);
  const numbers = useMemo(() => stepNumbers(sections), [sections]);
  useStepOfAddress();
  const addressOf = useCallback(
    (stepId: string) => ({ search: `?v=${side}`, hash: `#step-${stepId}` }),
    [side],
  );
  const reader: Reader = { script, numbers, query, addressOf, onGo: () => setQuery('') };
  const shown = sections.map(({ group, steps }) => ({
    group,
    steps: steps.filter((step) => matchesQuery(searchText(step, numbers.get(step.id) ?? 0), query)),
  }));
  const count = shown.reduce((sum, { steps }) => sum + steps.length, 0);
  return (
    <ReaderContext value={reader}>
      <div className={styles.search}>
        <SearchField className={styles.field} label={t('content.search')} value={query} onChange={setQuery} />
        <span role="status">
          {query === '' ? t('stepCount', { count }) : t('content.found', { count, all: script.steps.length })}
        </span>
      </div>
      {count === 0 && (
        <Panel>
          <EmptyState icon={IconSearchOff} title={t('content.notFound')} />
        </Panel>
      )}
      <div className={styles.content} lang={script.language}>
        {shown.map(
          ({ group, steps }) =>
            steps.length > 0 && (
              <section key={group?.id ?? ''} aria-label={group?.title ?? t('content.noGroup')}>
                {sections.length > 1 && (
                  <h2 className={styles.group}>{group?.title ?? t('content.noGroup')}</h2>
                )}
                <ol className={styles.steps}>
                  {steps.map((step) => (
                    <ContentStep key={step.id} step={step} />
                  ))}
                </ol>
              </section>
            ),
        )}
        {query === '' && <ScriptParts />}
      </div>
    </ReaderContext>
  );
}

/** Brings the step that the address names (`#step-…`) into sight, also when it is named again. */
function useStepOfAddress(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!hash.startsWith('#step-')) return;
    const step = document.getElementById(hash.slice(1));
    step?.focus({ preventScroll: true });
    step?.scrollIntoView({ block: 'start' });
  }, [hash, key]);
}
