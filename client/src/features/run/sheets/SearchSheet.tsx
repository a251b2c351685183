import { IconLock } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { goTo } from '@daihon/shared/script/walk';
import { gatesInWay } from '@daihon/shared/script/walk/gates';
import type { GateInWay } from '@daihon/shared/script/walk/gates';
import { currentScript } from '@daihon/shared/script/walk/state';
import { useMessages } from '../../../app/i18n.ts';
import { useCall } from '../call/callContext.ts';
import { RefusalLine } from '../../../script/frame/RefusalLine.tsx';
import { isIme } from '../../../script/keys/commands.ts';
import { walkMessages } from '../../../script/messages.ts';
import { useGateWords } from '../../../script/walk/useGateWords.ts';
import { lateMessages } from '../lateMessages.ts';
import { scriptWords } from '../../../script/words.ts';
import { findSteps } from './findSteps.ts';
import { Sheet } from './Sheet.tsx';
import styles from './Sheet.module.css';

/** Finds a step of this script and goes there: down and up to choose, Enter to go. What lies behind a gate is marked, and not gone to. */
export function SearchSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages(lateMessages);
  const words = useMessages(scriptWords);
  const ofWalk = useMessages(walkMessages);
  const gateWords = useGateWords();
  const { store, view } = useCall();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const [refused, setRefused] = useState<GateInWay | null>(null);
  const { script } = currentScript(view.walk);
  const found = useMemo(() => findSteps(script, query), [script, query]);
  const inWay = useMemo(() => gatesInWay(view.walk), [view.walk]);
  const visited = new Set(view.walk.path.map(({ stepId }) => stepId));
  const list = useRef<HTMLUListElement>(null);
  const listId = useId();
  const at = Math.min(chosen, found.length - 1);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  return (
    <Sheet title={t('search.title')} onClose={onClose}>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found.length === 0 ? undefined : `${listId}-${at}`}
        aria-label={t('search.title')}
        placeholder={t('search.placeholder')}
        value={query}
        data-autofocus
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
          setRefused(null);
        }}
        onKeyDown={onKeyDown}
      />
      {refused !== null && (
        <div className={styles.refused}>
          <RefusalLine
            refusal={{
              text: gateWords(refused),
              go: {
                label: ofWalk('foot.gateGo', { step: refused.step.title }),
                run: () => go(refused.step.id),
              },
            }}
          />
        </div>
      )}
      {found.length === 0 && <p className={styles.none}>{t('search.none')}</p>}
      <ul className={styles.list} id={listId} role="listbox" aria-label={t('search.label')} ref={list}>
        {found.map(({ step, excerpt }, index) => (
          <li
            key={step.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.item}
            onClick={() => go(step.id)}
          >
            <span className={styles.itemText}>
              <span className={styles.itemTitle}>{step.title}</span>
              {excerpt !== null && (
                <span className={styles.excerpt}>
                  {excerpt.before}
                  <mark>{excerpt.hit}</mark>
                  {excerpt.after}
                </span>
              )}
            </span>
            <span className={styles.side}>
              {inWay(step.id) !== null ? (
                <>
                  <IconLock size="0.875rem" aria-hidden /> {t('search.locked')}
                </>
              ) : visited.has(step.id) ? (
                t('search.visited')
              ) : (
                words(`kind.${step.kind}`)
              )}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );

  function go(stepId: string): void {
    const here = view.walk.path.at(-1)?.stepId === stepId;
    if (here || store.move((walk, now) => goTo(walk, stepId, now))) onClose();
    else setRefused(inWay(stepId));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isIme(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((at + step + found.length) % Math.max(1, found.length));
    }
    const target = found[at];
    if (event.key === 'Enter' && target !== undefined) {
      event.preventDefault();
      go(target.step.id);
    }
  }
}
