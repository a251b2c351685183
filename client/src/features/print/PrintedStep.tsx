import type { ReactNode } from 'react';
import { textOf } from '@daihon/shared/script/contentText';
import { stepRoles } from '@daihon/shared/script/kinds';
import type { Choice, Step } from '@daihon/shared/script/schema';
import { useMessages } from '../../app/i18n.ts';
import { scriptWords } from '../../script/words.ts';
import styles from './Booklet.module.css';
import { printMessages } from './messages.ts';
import { PrintedFields } from './PrintedFields.tsx';
import { PrintedHandOver } from './PrintedHandOver.tsx';
import { PrintedLabel } from './PrintedLabel.tsx';
import { PrintedProse, When } from './PrintedProse.tsx';
import { useBooklet } from './reading.ts';

/** A step on paper: kept together, with everything to read, to do, to tick and to fill in. */
export function PrintedStep({ step }: { step: Step }) {
  const t = useMessages(printMessages);
  const words = useMessages(scriptWords);
  const { script, numbers, calls } = useBooklet();
  return (
    <article className={styles.step} id={`step-${step.id}`}>
      <header className={styles.head}>
        <span className={styles.number}>{numbers.get(step.id)}</span>
        <h3>{step.title === '' ? t('untitled') : <PrintedLabel text={step.title} />}</h3>
        <span className={styles.kind}>{words(`kind.${step.kind}`)}</span>
        {script.start === step.id && <span className={styles.kind}>{t('start')}</span>}
        {step.mustRead && <span className={styles.strong}>{t('mustRead')}</span>}
        {step.hold && <span className={styles.kind}>{t('hold')}</span>}
      </header>
      {stepRoles.map(
        (role) =>
          textOf(step[role]) !== '' && (
            <div key={role} className={styles.words} data-role={role}>
              <span className={styles.role}>{words(`part.${role}`)}</span>
              <PrintedProse content={step[role]} />
            </div>
          ),
      )}
      {step.page !== undefined && (
        <Part title={t('page')}>
          <PrintedLabel text={step.page.title} /> <span className={styles.address}>{step.page.url}</span>
          {step.page.fallback !== '' && (
            <p className={styles.fallback}>
              <PrintedLabel text={step.page.fallback} />
            </p>
          )}
        </Part>
      )}
      {step.jump !== null && (
        <Part title={t('call')}>
          {calls[step.jump.scriptId] ?? t('nowhere')}
          <PrintedHandOver jump={step.jump} />
        </Part>
      )}
      {step.gates.length > 0 && (
        <Part title={t('gates')}>
          <ul className={styles.boxes}>
            {step.gates.map(({ id, label }) => (
              <li key={id}>{label === '' ? t('gateRead') : <PrintedLabel text={label} />}</li>
            ))}
          </ul>
        </Part>
      )}
      {step.fields.length > 0 && (
        <Part title={t('fields')}>
          <PrintedFields fields={step.fields} />
        </Part>
      )}
      {step.choices.length > 0 && (
        <Part title={t('choices')}>
          <ol className={styles.choices}>
            {step.choices.map((choice) => (
              <ChoiceLine key={choice.id} choice={choice} />
            ))}
          </ol>
        </Part>
      )}
      {step.outcome !== null && (
        <Part title={t('outcome')}>
          <strong>{step.outcome}</strong>
        </Part>
      )}
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h4>{title}</h4>
      <div>{children}</div>
    </section>
  );
}

function ChoiceLine({ choice: { label, to, when } }: { choice: Choice }) {
  return (
    <li>
      {label !== '' && (
        <span className={styles.answer}>
          <PrintedLabel text={label} />
        </span>
      )}
      <Target to={to} />
      {when !== null && <When condition={when} />}
    </li>
  );
}

/** `→ 12 本人確認`. */
export function Target({ to }: { to: string | null }) {
  const t = useMessages(printMessages);
  const { script, numbers } = useBooklet();
  const step = script.steps.find(({ id }) => id === to);
  return (
    <span className={styles.target}>
      →{' '}
      {step === undefined ? (
        t('nowhere')
      ) : (
        <a href={`#step-${step.id}`}>
          <b>{numbers.get(step.id)}</b> <PrintedLabel text={step.title} />
        </a>
      )}
    </span>
  );
}
