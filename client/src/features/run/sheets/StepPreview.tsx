import { useEffect, useMemo, useRef, useState } from 'react';
import { startWalk } from '@daihon/shared/script/walk';
import type { Walk, WalkScript } from '@daihon/shared/script/walk/state';
import { useMessages } from '../../../app/i18n.ts';
import { StepText } from '../../../script/step/StepText.tsx';
import { WalkContext, useWalk } from '../../../script/walk/walkContext.ts';
import { PlainButton } from '../frame/PlainButton.tsx';
import { findMessages } from './findMessages.ts';
import styles from './StepPreview.module.css';
import type { FoundElsewhere } from './useElsewhere.ts';

interface Props {
  found: FoundElsewhere;
  onBack: () => void;
  /** Begins a call of that script at the step. */
  onStart: () => void;
}

/** The words of a step of another script, read without leaving the call; its placeholders are filled from this call where it has them. */
export function StepPreview({ found, onBack, onStart }: Props) {
  const t = useMessages(findMessages);
  const running = useWalk();
  const { load, walk } = running;
  const [script, setScript] = useState<WalkScript | 'loading' | 'gone'>('loading');
  const back = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let wanted = true;
    load(found.scriptId).then(
      (loaded) => {
        if (wanted) setScript(loaded ?? 'gone');
      },
      () => {
        if (wanted) setScript('gone');
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, found.scriptId]);
  useEffect(() => back.current?.focus(), [script]);
  const there = useMemo(
    () => (typeof script === 'string' ? null : walkAt(script, found.stepId, walk)),
    [script, found.stepId, walk],
  );
  const step = there?.root.script.steps.find(({ id }) => id === found.stepId) ?? null;
  return (
    <>
      <div
        className={styles.page}
        ref={back}
        tabIndex={-1}
        role="region"
        aria-label={t('preview', { script: found.script })}
      >
        <p className={styles.script}>{found.script}</p>
        {script === 'loading' && <p role="status">{t('loading')}</p>}
        {(script === 'gone' || (there !== null && step === null)) && <p role="alert">{t('gone')}</p>}
        {there !== null && step !== null && (
          <WalkContext value={{ ...running, walk: there, move: () => false, locked: true }}>
            <StepText step={step} />
          </WalkContext>
        )}
      </div>
      <div className={styles.buttons}>
        <PlainButton onClick={onBack}>{t('back')}</PlainButton>
        {step !== null && (
          <PlainButton look="filled" onClick={onStart}>
            {t('start')}
          </PlainButton>
        )}
      </div>
    </>
  );
}

/** A look at one step: a walk that stands there, goes nowhere and asks for no confirmation. */
function walkAt(found: WalkScript, stepId: string, { placeholders, surroundings, path }: Walk): Walk {
  const at = path.at(-1)?.at ?? new Date().toISOString();
  const steps = found.script.steps.map((step) => (step.id === stepId ? { ...step, gates: [] } : step));
  const walk = startWalk(
    { ...found, script: { ...found.script, steps } },
    { at, placeholders, surroundings },
  );
  return { ...walk, path: [{ stepId, choiceId: null, at }] };
}
