import { outlineSections, stepNumbers } from '@daihon/shared/script/outlineOrder';
import type { Script, Step } from '@daihon/shared/script/schema';
import { useMessages } from '../app/i18n.ts';
import { scriptWords } from '../script/words.ts';
import { Tag } from '../ui/Tag.tsx';
import { exchangeMessages } from './messages.ts';
import styles from './ScriptOutline.module.css';

/** A script at a glance: its groups, steps and where their choices lead. */
export function ScriptOutline({ script }: { script: Script }) {
  const t = useMessages(exchangeMessages);
  const sections = outlineSections(script);
  const numbers = stepNumbers(sections);
  return (
    <ul className={styles.outline} aria-label={t('outline')} lang={script.language}>
      {sections.map(({ group, steps }) => (
        <li key={group?.id ?? ''}>
          {(group !== null || sections.length > 1) && (
            <div className={styles.group}>{group?.title ?? t('noGroup')}</div>
          )}
          <ol className={styles.steps}>
            {steps.map((step) => (
              <StepLine key={step.id} step={step} numbers={numbers} />
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}

function StepLine({ step, numbers }: { step: Step; numbers: ReadonlyMap<string, number> }) {
  const t = useMessages(exchangeMessages);
  const words = useMessages(scriptWords);
  return (
    <li className={styles.step}>
      <span className={styles.number}>{numbers.get(step.id)}</span>
      <Tag>{words(`kind.${step.kind}`)}</Tag>
      <span className={styles.title}>{step.title === '' ? t('untitled') : step.title}</span>
      {step.choices.length > 0 && (
        <ul className={styles.choices}>
          {step.choices.map(({ id, label, to }) => (
            <li key={id}>
              {label} → {to === null ? <span className={styles.open}>{t('nowhere')}</span> : numbers.get(to)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
