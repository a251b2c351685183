import { IconAlertTriangle, IconArrowRight, IconChecklist } from '@tabler/icons-react';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { textOf } from '@daihon/shared/script/contentText';
import type { Content } from '@daihon/shared/script/content';
import type { Fill } from '@daihon/shared/script/placeholders';
import type { Step } from '@daihon/shared/script/schema';
import { shownText, walkFill } from '@daihon/shared/script/walk/values';
import { currentScript } from '@daihon/shared/script/walk/state';
import { useMessages } from '../../app/i18n.ts';
import { useWalk } from '../walk/walkContext.ts';
import { reasonsOf } from '../walk/trail.ts';
import type { PassedCondition } from '../walk/trail.ts';
import { walkMessages } from '../messages.ts';
import { scriptWords } from '../words.ts';
import { Gates } from './Gates.tsx';
import { Prose } from './Prose.tsx';
import styles from './StepText.module.css';

/** Few steps have one. */
const PageView = lazy(() => import('./PageView.tsx'));

/** What is said, what is done and what is to be minded, each in its own look; then what has to be confirmed. */
export function StepText({ step }: { step: Step | null }) {
  const t = useMessages(walkMessages);
  return step === null ? <p>{t('step.nowhere')}</p> : <Words step={step} />;
}

function Words({ step }: { step: Step }) {
  const words = useMessages(scriptWords);
  const { walk } = useWalk();
  const { script } = currentScript(walk);
  const fill = walkFill(walk);
  return (
    <article className={styles.step} lang={script.language} data-kind={step.kind}>
      <header className={styles.head}>
        <h2 className={styles.title}>{shownText(walk, step.title)}</h2>
        {reasonsOf(walk).map((passed, index) => (
          <Reason key={index} passed={passed} />
        ))}
      </header>
      <Part name="say" label={words('part.say')} content={step.say} fill={fill} />
      <Part
        name="do"
        label={words('part.do')}
        icon={<IconChecklist size="1rem" aria-hidden />}
        content={step.do}
        fill={fill}
      />
      <Part
        name="caution"
        label={words('part.caution')}
        icon={<IconAlertTriangle size="1rem" aria-hidden />}
        content={step.caution}
        fill={fill}
      />
      {step.page !== undefined && (
        <Suspense fallback={null}>
          <PageView page={step.page} />
        </Suspense>
      )}
      <Gates step={step} />
    </article>
  );
}

/** A rule that can be taken in at a glance is given in full; of a longer one what it came to. */
const glanceCharacters = 44;

function Reason({ passed: { title, answer, reason } }: { passed: PassedCondition }) {
  const t = useMessages(walkMessages);
  const long = reason === null || reason.length > glanceCharacters;
  const brief = long ? `${title} → ${answer}` : t('step.because', { reason });
  return (
    <p className={styles.reason} title={reason ?? undefined}>
      <IconArrowRight size="0.875rem" aria-hidden />
      <span>{brief}</span>
    </p>
  );
}

interface PartProps {
  name: 'say' | 'do' | 'caution';
  label: string;
  icon?: ReactNode;
  content: Content;
  fill: Fill;
}

function Part({ name, label, icon, content, fill }: PartProps) {
  if (textOf(content) === '') return null;
  return (
    <section className={styles.part} data-part={name} aria-label={label}>
      <h3 className={styles.label}>
        {icon}
        {label}
      </h3>
      <Prose content={content} fill={fill} />
    </section>
  );
}
