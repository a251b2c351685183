import { IconFlag } from '@tabler/icons-react';
import { textOf } from '@daihon/shared/script/contentText';
import { stepRoles } from '@daihon/shared/script/kinds';
import type { Step, StepKind } from '@daihon/shared/script/schema';
import { useMessages } from '../../../app/i18n.ts';
import { Tag } from '../../../ui/Tag.tsx';
import type { TagTone } from '../../../ui/Tag.tsx';
import { versionsMessages } from '../messages.ts';
import { scriptWords } from '../../../script/words.ts';
import { ChoiceList } from './ChoiceList.tsx';
import styles from './Content.module.css';
import { ContentProse } from './ContentProse.tsx';
import { FieldTable } from './FieldTable.tsx';
import { JumpName } from './JumpName.tsx';
import { Marked } from './Marked.tsx';
import { PageLink } from './PageLink.tsx';
import { useReader } from './reader.ts';

const tones: Record<StepKind, TagTone> = {
  talk: 'accent',
  question: 'blue',
  form: 'violet',
  condition: 'amber',
  jump: 'green',
  end: 'neutral',
};

/** One step of a version, everything that it holds. */
export function ContentStep({ step }: { step: Step }) {
  const t = useMessages(versionsMessages);
  const words = useMessages(scriptWords);
  const { script, numbers } = useReader();
  const number = numbers.get(step.id) ?? 0;
  const title = step.title === '' ? t('untitled') : step.title;
  return (
    <li
      className={styles.step}
      id={`step-${step.id}`}
      tabIndex={-1}
      data-change
      aria-label={`${number} ${title}`}
    >
      <header className={styles.head}>
        <span className={styles.number}>{number}</span>
        <Tag tone={tones[step.kind]}>{words(`kind.${step.kind}`)}</Tag>
        <h3 className={styles.title}>
          <Marked text={title} />
        </h3>
        {script.start === step.id && (
          <Tag tone="accent">
            <IconFlag size="0.75rem" aria-hidden />
            {t('content.start')}
          </Tag>
        )}
        {step.mustRead && <Tag tone="amber">{words('part.mustRead')}</Tag>}
        {step.hold && <Tag tone="amber">{words('part.hold')}</Tag>}
      </header>
      <div className={styles.body}>
        {stepRoles.map(
          (role) =>
            textOf(step[role]) !== '' && (
              <section
                key={role}
                className={styles.words}
                data-role={role}
                aria-label={words(`part.${role}`)}
              >
                <h4>{words(`part.${role}`)}</h4>
                <ContentProse content={step[role]} />
              </section>
            ),
        )}
        {step.jump !== null && <JumpName jump={step.jump} />}
        {step.page !== undefined && <PageLink page={step.page} />}
        {step.gates.length > 0 && (
          <section className={styles.part}>
            <h4>{words('part.gates')}</h4>
            <ul className={styles.gates}>
              {step.gates.map(({ id, label }) => (
                <li key={id}>
                  <Marked text={label} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {step.fields.length > 0 && <FieldTable fields={step.fields} />}
        {step.choices.length > 0 && <ChoiceList choices={step.choices} />}
        {step.outcome !== null && step.outcome !== '' && (
          <section className={styles.part}>
            <h4>{words('part.outcome')}</h4>
            <strong>
              <Marked text={step.outcome} />
            </strong>
          </section>
        )}
      </div>
    </li>
  );
}
