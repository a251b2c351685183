import { Badge } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { DiffOp, StepDiff } from '@daihon/shared/version';
import { listText, useMessages } from '../../../app/i18n.ts';
import { partKey, scriptWords } from '../../../script/words.ts';
import { editorMessages } from '../messages.ts';
import type { Changes } from './changes.ts';
import styles from './Publish.module.css';

const colours = { added: 'green', removed: 'red', changed: 'yellow', moved: 'gray' } as const;

/** What differs from the current version, step by step, with who worked on it. */
export function ChangeList({ changes: { base, diff, authors } }: { changes: Changes }) {
  const t = useMessages(editorMessages);
  const count = diff.steps.length;
  return (
    <section className={styles.changes}>
      <h3>
        {base === null
          ? t('publish.first')
          : t(count === 0 ? 'publish.nothing' : 'publish.changes', { base })}
        {count > 0 && <span>{count}</span>}
      </h3>
      {authors.length > 0 && (
        <p className={styles.authors}>
          {t('publish.byAuthor')}:{' '}
          {authors.map(({ accountId, name, stepIds }) => (
            <span key={accountId}>{t('publish.author', { name, count: stepIds.length })}</span>
          ))}
        </p>
      )}
      {base !== null && (
        <div className={styles.steps}>
          {diff.steps.map((step) => (
            <StepChanges
              key={step.id}
              step={step}
              authors={authors.filter(({ stepIds }) => stepIds.includes(step.id)).map(({ name }) => name)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function StepChanges({ step, authors }: { step: StepDiff; authors: string[] }) {
  const t = useMessages(editorMessages);
  const words = useMessages(scriptWords);
  return (
    <details className={styles.step}>
      <summary>
        <IconChevronRight size="0.875rem" aria-hidden />
        <Badge color={colours[step.change]} size="sm">
          {t(`publish.change.${step.change}`)}
        </Badge>
        <strong>{step.title === '' ? t('untitled') : step.title}</strong>
        <span>{listText(authors)}</span>
      </summary>
      {step.parts.map(({ part, ops }) => (
        <div key={part} className={styles.part}>
          <span>{words(partKey(part))}</span>
          <TextDiff ops={ops} />
        </div>
      ))}
    </details>
  );
}

function TextDiff({ ops }: { ops: readonly DiffOp[] }) {
  const t = useMessages(scriptWords);
  if (ops.every(([op]) => op === '=')) return <em className={styles.same}>{t('part.format')}</em>;
  return (
    <p className={styles.text}>
      {ops.map(([op, text], index) => {
        if (op === '+') return <ins key={index}>{text}</ins>;
        if (op === '-') return <del key={index}>{text}</del>;
        return <span key={index}>{text}</span>;
      })}
    </p>
  );
}
