import { ActionIcon, CloseButton, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { isIme } from '../keys/ime.ts';
import { useEditor, useScript } from '../session/context.ts';
import styles from './Find.module.css';
import './find.css';
import { HitList } from './HitList.tsx';
import { findMessages } from './messages.ts';
import { searchScript } from './search.ts';
import type { Hit } from './search.ts';
import { showInPanel, useHighlights } from './useHighlights.ts';

/** The words to look for, and where they stand. */
export default function OpenFind({ at }: { at: number }) {
  const t = useMessages(findMessages);
  const { view } = useEditor();
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query);
  const hits = useHits(searched);
  const { index, goTo } = useHitWalk(hits, searched);
  useHighlights(searched);
  const press = (event: KeyboardEvent) => {
    if (isIme(event.nativeEvent)) return;
    if (event.key === 'Enter') goTo(index + (event.shiftKey ? -1 : 1));
    else if (event.key === 'ArrowDown') goTo(index + 1);
    else if (event.key === 'ArrowUp') goTo(index - 1);
    else if (event.key === 'Escape') view.set({ finding: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const none = hits.length === 0;
  return (
    <search className={styles.find} aria-label={t('title')} data-find onKeyDown={press}>
      <div className={styles.bar}>
        <Query key={at} onQuery={setQuery} />
        <span className={styles.position} role="status">
          {query !== '' && (none ? t('none') : t('position', { at: index + 1, count: hits.length }))}
        </span>
        <ActionIcon aria-label={t('previous')} disabled={none} onClick={() => goTo(index - 1)}>
          <IconChevronUp size="1rem" />
        </ActionIcon>
        <ActionIcon aria-label={t('next')} disabled={none} onClick={() => goTo(index + 1)}>
          <IconChevronDown size="1rem" />
        </ActionIcon>
        <CloseButton size="sm" aria-label={t('close')} onClick={() => view.set({ finding: null })} />
      </div>
      {!none && <HitList hits={hits} index={index} query={searched} onPick={goTo} />}
    </search>
  );
}

/** The words to look for; half-typed Japanese is not searched. */
function Query({ onQuery }: { onQuery: (query: string) => void }) {
  const t = useMessages(findMessages);
  const input = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  useEffect(() => input.current?.select(), []);
  return (
    <TextInput
      ref={input}
      className={styles.query ?? ''}
      size="xs"
      aria-label={t('label')}
      placeholder={t('hint')}
      autoFocus
      leftSection={<IconSearch size="0.875rem" aria-hidden />}
      onChange={(event) => {
        if (!composing.current) onQuery(event.currentTarget.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        onQuery(event.currentTarget.value);
      }}
    />
  );
}

/** What is found now, and the steps it stands in for whoever marks them. */
function useHits(query: string): Hit[] {
  const { view } = useEditor();
  const script = useScript();
  const hits = useMemo(() => searchScript(script, query), [script, query]);
  useEffect(() => {
    view.set({ hits: new Set(hits.map(({ stepId }) => stepId)) });
  }, [view, hits]);
  useEffect(() => () => view.set({ hits: new Set() }), [view]);
  return hits;
}

/** Goes from hit to hit, around at the ends; -1 before the first. */
function useHitWalk(hits: readonly Hit[], query: string) {
  const { actions } = useEditor();
  const [index, setIndex] = useState(-1);
  useEffect(() => setIndex(-1), [query]);
  const goTo = (wanted: number) => {
    if (hits.length === 0) return;
    const next = ((wanted % hits.length) + hits.length) % hits.length;
    const hit = hits[next];
    if (hit === undefined) return;
    setIndex(next);
    actions.open(hit.stepId);
    // The step's texts are drawn a moment after it was opened.
    requestAnimationFrame(() => requestAnimationFrame(() => showInPanel(query)));
  };
  return { index: Math.min(index, hits.length - 1), goTo };
}
