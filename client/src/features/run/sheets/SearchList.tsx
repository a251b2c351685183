import { IconLock } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Step } from '@daihon/shared/script/schema';
import { goTo } from '@daihon/shared/script/walk';
import { gatesInWay } from '@daihon/shared/script/walk/gates';
import type { GateInWay } from '@daihon/shared/script/walk/gates';
import { currentScript } from '@daihon/shared/script/walk/state';
import { useMessages } from '../../../app/i18n.ts';
import { RefusalLine } from '../../../script/frame/RefusalLine.tsx';
import { isIme } from '../../../script/keys/commands.ts';
import { walkMessages } from '../../../script/messages.ts';
import { useGateWords } from '../../../script/walk/useGateWords.ts';
import { scriptWords } from '../../../script/words.ts';
import { usePolicy } from '../../../wire/policy.ts';
import { useCall } from '../call/callContext.ts';
import { lateMessages } from '../lateMessages.ts';
import { findMessages } from './findMessages.ts';
import { findSteps } from './findSteps.ts';
import type { FoundStep } from './findSteps.ts';
import styles from './Sheet.module.css';
import { useElsewhere } from './useElsewhere.ts';
import type { FoundElsewhere } from './useElsewhere.ts';

interface Props {
  query: string;
  onQuery: (query: string) => void;
  onRead: (found: FoundElsewhere) => void;
  onClose: () => void;
}

const noSynonyms: string[][] = [];

/** The field and what it finds: down and up to choose, Enter to go. What lies behind a gate is marked, and not gone to. */
export function SearchList({ query, onQuery, onRead, onClose }: Props) {
  const t = useMessages(lateMessages);
  const tf = useMessages(findMessages);
  const ofWalk = useMessages(walkMessages);
  const gateWords = useGateWords();
  const { store, view } = useCall();
  // While a word is being composed the list stands still.
  const [sought, setSought] = useState(query);
  const composing = useRef(false);
  const [chosen, setChosen] = useState(0);
  const [refused, setRefused] = useState<GateInWay | null>(null);
  const current = currentScript(view.walk);
  const same = usePolicy()?.wording.synonyms ?? noSynonyms;
  const here = useMemo(() => findSteps(current.script, sought, same), [current.script, sought, same]);
  const elsewhere = useElsewhere(sought, current.scriptId);
  const inWay = useMemo(() => gatesInWay(view.walk), [view.walk]);
  const visited = new Set(view.walk.path.map(({ stepId }) => stepId));
  const list = useRef<HTMLUListElement>(null);
  const listId = useId();
  const count = here.steps.length + elsewhere.found.length;
  const at = Math.min(chosen, count - 1);
  const idOf = (index: number) => `${listId}-${index}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  return (
    <>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={count === 0 ? undefined : idOf(at)}
        aria-label={t('search.title')}
        placeholder={t('search.placeholder')}
        value={query}
        data-autofocus
        autoFocus
        onChange={(event) => {
          onQuery(event.currentTarget.value);
          if (!composing.current) seek(event.currentTarget.value);
        }}
        onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={(event) => {
          composing.current = false;
          seek(event.currentTarget.value);
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
      <ul className={styles.list} id={listId} role="listbox" aria-label={t('search.label')} ref={list}>
        {sought.trim() !== '' && (
          <li className={styles.group} role="presentation">
            {tf('here')}
          </li>
        )}
        {here.steps.map((found, index) => (
          <HereOption
            key={found.step.id}
            id={idOf(index)}
            found={found}
            chosen={index === at}
            locked={inWay(found.step.id) !== null}
            visited={visited.has(found.step.id)}
            onTake={() => go(found.step.id)}
          />
        ))}
        {here.count === 0 && (
          <li className={styles.none} role="presentation">
            {t('search.none')}
          </li>
        )}
        {here.count > here.steps.length && (
          <li className={styles.none} role="presentation">
            {tf('more', { count: here.count - here.steps.length })}
          </li>
        )}
        {elsewhere.state !== 'idle' && (
          <li className={styles.group} role="presentation">
            {tf('elsewhere')}
          </li>
        )}
        {elsewhere.found.map((found, index) => (
          <ElsewhereOption
            key={`${found.scriptId}/${found.stepId}`}
            id={idOf(here.steps.length + index)}
            found={found}
            chosen={here.steps.length + index === at}
            onTake={() => onRead(found)}
          />
        ))}
        {elsewhere.state !== 'idle' && elsewhere.found.length === 0 && (
          <li className={styles.none} role="presentation">
            {elsewhere.state === 'done'
              ? t('search.none')
              : tf(elsewhere.state === 'failed' ? 'failed' : 'asking')}
          </li>
        )}
      </ul>
      <p className="visually-hidden" role="status">
        {count === 0 ? t('search.none') : ''}
      </p>
    </>
  );

  function seek(words: string): void {
    setSought(words);
    setChosen(0);
    setRefused(null);
  }

  function go(stepId: string): void {
    const standing = view.walk.path.at(-1)?.stepId === stepId;
    if (standing || store.move((walk, now) => goTo(walk, stepId, now))) onClose();
    else setRefused(inWay(stepId));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isIme(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((at + step + count) % Math.max(1, count));
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const [target, other] = [here.steps[at], elsewhere.found[at - here.steps.length]];
    if (target !== undefined) go(target.step.id);
    else if (other !== undefined) onRead(other);
  }
}

interface HereProps {
  id: string;
  found: FoundStep;
  chosen: boolean;
  locked: boolean;
  visited: boolean;
  onTake: () => void;
}

function HereOption({ id, found: { step, excerpt }, chosen, locked, visited, onTake }: HereProps) {
  return (
    <li id={id} role="option" aria-selected={chosen} className={styles.item} onClick={onTake}>
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
        <Standing step={step} locked={locked} visited={visited} />
      </span>
    </li>
  );
}

function Standing({ step, locked, visited }: { step: Step; locked: boolean; visited: boolean }) {
  const t = useMessages(lateMessages);
  const words = useMessages(scriptWords);
  if (locked)
    return (
      <>
        <IconLock size="0.875rem" aria-hidden /> {t('search.locked')}
      </>
    );
  return <>{visited ? t('search.visited') : words(`kind.${step.kind}`)}</>;
}

interface ElsewhereProps {
  id: string;
  found: FoundElsewhere;
  chosen: boolean;
  onTake: () => void;
}

function ElsewhereOption({ id, found, chosen, onTake }: ElsewhereProps) {
  const t = useMessages(findMessages);
  return (
    <li id={id} role="option" aria-selected={chosen} className={styles.item} onClick={onTake}>
      <span className={styles.itemText}>
        <span className={styles.itemTitle}>{found.title}</span>
        <span className={styles.excerpt}>
          {found.script}｜{found.excerpt}
        </span>
      </span>
      <span className={styles.side}>{t('read')}</span>
    </li>
  );
}
