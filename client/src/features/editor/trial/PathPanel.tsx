import { goTo } from '@daihon/shared/script/walk';
import { longestPathSeconds } from '@daihon/shared/script/longestPath';
import { useMessages } from '../../../app/i18n.ts';
import { useScript } from '../session/context.ts';
import { outlineOf } from '../session/outline.ts';
import { trialMessages } from './messages.ts';
import { durationText, pathSteps, totalSeconds } from './times.ts';
import type { PathStep } from './times.ts';
import styles from './Trial.module.css';
import { useTrial } from './useTrial.ts';

/** Where the run has been, with the answers and the time that each step takes to read out; a step leads back to it. */
export function PathPanel({ onGo }: { onGo: () => void }) {
  const t = useMessages(trialMessages);
  const { trial, state } = useTrial();
  const script = useScript();
  const { numbers } = outlineOf(script);
  const steps = pathSteps(state.walk);
  const go = ({ step }: PathStep) => {
    trial.move((walk, at) => goTo(walk, step.id, at, 'back'));
    onGo();
  };
  return (
    <div className={styles.panel}>
      <p className={styles.quiet}>
        {t('path.total', { steps: steps.length, time: durationText(totalSeconds(steps), t) })}
        <br />
        {t('path.longest', { time: durationText(longestPathSeconds(script), t) })}
      </p>
      <ol className={styles.path}>
        {steps.map((each) => (
          <li key={each.index} data-passed={each.reason !== null || undefined}>
            <button
              type="button"
              disabled={each.reason !== null || each.part !== null}
              aria-label={each.reason === null ? t('path.go', { step: each.title }) : undefined}
              onClick={() => go(each)}
            >
              <span className={styles.number}>{numbers.get(each.step.id) ?? ''}</span>
              <span className={styles.pathTitle}>
                {each.part !== null && <small>{t('path.elsewhere', { title: each.part })}</small>}
                {each.title}
                {each.reason !== null && <small>{each.reason}</small>}
                {each.answer !== '' && (
                  <small>
                    {each.reason === null ? each.answer : t('path.passed', { answer: each.answer })}
                  </small>
                )}
              </span>
              {each.reason === null && <time>{durationText(each.seconds, t)}</time>}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
