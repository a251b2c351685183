import { ActionIcon, CloseButton, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconReplace, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { useSettledText } from '../../../ui/useSettledText.ts';
import { isIme } from '../keys/ime.ts';
import { useEditor, useScript } from '../session/context.ts';
import styles from './Find.module.css';
import './find.css';
import { HitList } from './HitList.tsx';
import { findMessages } from './messages.ts';
import { searchScript } from './search.ts';
import type { Hit } from './search.ts';
import { showHit } from './showHit.ts';
import { useHighlights } from './useHighlights.ts';

/** The words to look for, and where they stand. */
export default function OpenFind({ at }: { at: number }) {
  const t = useMessages(findMessages);
  const { view } = useEditor();
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query);
  const hits = useHits(searched);
  const { index, goTo } = useHitWalk(hits, searched);
  const replace = useReplacePage(query);
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
        <Tooltip label={`${t('replace')} (Ctrl+Shift+F)`}>
          <ActionIcon aria-label={t('replace')} onClick={replace}>
            <IconReplace size="1rem" />
          </ActionIcon>
        </Tooltip>
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
      {...useSettledText(onQuery)}
    />
  );
}

/** What is found now, and the steps it stands in for whoever marks them. */
function useHits(query: string): Hit[] {
  const { view } = useEditor();
  const script = useScript();
  const hits = useMemo(() => searchScript(script, query), [script, query]);
  useEffect(() => {
    view.set({ hits: new Set(hits.flatMap(({ stepId }) => stepId ?? [])) });
  }, [view, hits]);
  useEffect(() => () => view.set({ hits: new Set() }), [view]);
  return hits;
}

/** Goes from hit to hit, around at the ends; -1 before the first. */
function useHitWalk(hits: readonly Hit[], query: string) {
  const editor = useEditor();
  const [index, setIndex] = useState(-1);
  useEffect(() => setIndex(-1), [query]);
  const goTo = (wanted: number) => {
    if (hits.length === 0) return;
    const next = ((wanted % hits.length) + hits.length) % hits.length;
    const hit = hits[next];
    if (hit === undefined) return;
    setIndex(next);
    showHit(editor, hit, query);
  };
  return { index: Math.min(index, hits.length - 1), goTo };
}

/** To the page where many places are replaced, with this script and these words chosen. */
function useReplacePage(query: string) {
  const navigate = useNavigate();
  const { scriptId } = useEditor().session;
  return () => void navigate('/scripts/replace', { state: { scriptIds: [scriptId], query } });
}
