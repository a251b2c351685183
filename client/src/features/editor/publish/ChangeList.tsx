import { Badge, Button, Chip, Group } from '@mantine/core';
import { IconChevronRight, IconHammer } from '@tabler/icons-react';
import type { DiffOp, StepDiff } from '@daihon/shared/version';
import { useState } from 'react';
import { listText, useMessages } from '../../../app/i18n.ts';
import { partKey, scriptWords } from '../../../script/words.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useScriptPart } from '../session/context.ts';
import type { Changes } from './changes.ts';
import { publishMessages } from './messages.ts';
import styles from './Publish.module.css';

const colours = { added: 'green', removed: 'red', changed: 'yellow', moved: 'gray' } as const;

interface ChangeListProps {
  changes: Changes;
  /** A step has been held back. */
  onChange: () => void;
}

/** What differs from the current version, step by step, with who worked on it; a step can be held back here. */
export function ChangeList({ changes: { base, diff, authors }, onChange }: ChangeListProps) {
  const t = useMessages(editorMessages);
  const p = useMessages(publishMessages);
  const [author, setAuthor] = useState('');
  const count = diff.steps.length;
  const own = authors.find(({ accountId }) => accountId === author);
  const shown = own === undefined ? diff.steps : diff.steps.filter(({ id }) => own.stepIds.includes(id));
  const namesOf = (id: string) =>
    authors.filter(({ stepIds }) => stepIds.includes(id)).map(({ name }) => name);
  return (
    <section className={styles.changes}>
      <h3>
        {base === null
          ? t('publish.first')
          : t(count === 0 ? 'publish.nothing' : 'publish.changes', { base })}
        {count > 0 && <span>{count}</span>}
      </h3>
      {authors.length > 0 && (
        <Chip.Group value={author} onChange={(value) => setAuthor(value)}>
          <Group gap="0.375rem" mb="0.5rem" role="radiogroup" aria-label={p('filter')}>
            <Chip value="" size="xs">
              {p('everyone')}
            </Chip>
            {authors.map(({ accountId, name, stepIds }) => (
              <Chip key={accountId} value={accountId} size="xs">
                {p('authorOf', { name, count: stepIds.length })}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
      {base !== null && count > 0 && (
        <div className={styles.steps}>
          {shown.length === 0 && <p className={styles.none}>{p('noneOf')}</p>}
          {shown.map((step) => (
            <StepChanges key={step.id} step={step} authors={namesOf(step.id)} onChange={onChange} />
          ))}
        </div>
      )}
    </section>
  );
}

interface StepChangesProps {
  step: StepDiff;
  authors: string[];
  onChange: () => void;
}

function StepChanges({ step, authors, onChange }: StepChangesProps) {
  const t = useMessages(editorMessages);
  const p = useMessages(publishMessages);
  const words = useMessages(scriptWords);
  const { actions } = useEditor();
  const title = step.id === '' ? words('whole') : step.title === '' ? t('untitled') : step.title;
  // What is gone cannot be held back, nor what is being held back already.
  const free = useScriptPart(({ steps }) => steps.some(({ id, hold }) => id === step.id && !hold));
  return (
    <details className={styles.step}>
      <summary>
        <IconChevronRight size="0.875rem" aria-hidden />
        <Badge color={colours[step.change]} size="sm">
          {t(`publish.change.${step.change}`)}
        </Badge>
        <strong>{title}</strong>
        <span>{listText(authors)}</span>
      </summary>
      {step.parts.map(({ part, ops }) => (
        <div key={part} className={styles.part}>
          <span>{words(partKey(part, step.id))}</span>
          <TextDiff ops={ops} />
        </div>
      ))}
      {free && (
        <Button
          className={styles.hold}
          variant="default"
          size="compact-xs"
          leftSection={<IconHammer size="0.875rem" aria-hidden />}
          aria-label={p('holdBackOf', { step: title })}
          onClick={() => {
            actions.set(step.id, { hold: true });
            onChange();
          }}
        >
          {p('holdBack')}
        </Button>
      )}
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
