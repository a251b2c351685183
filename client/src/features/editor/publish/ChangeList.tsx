import { Badge, Button, Chip, Group } from '@mantine/core';
import { IconChevronRight, IconHammer } from '@tabler/icons-react';
import type { StepDiff } from '@daihon/shared/version';
import { useState } from 'react';
import { listText, useMessages } from '../../../app/i18n.ts';
import { partKey, scriptWords } from '../../../script/words.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useScriptPart } from '../session/context.ts';
import type { Changes } from './changes.ts';
import { publishMessages } from './messages.ts';
import styles from './Publish.module.css';
import { TextDiff } from './TextDiff.tsx';

const colours = { added: 'green', removed: 'red', changed: 'yellow', moved: 'gray' } as const;

interface ChangeListProps {
  changes: Changes;
  /** The steps that changed after this person had looked. */
  news: ReadonlySet<string>;
}

/** What differs from the current version, step by step, with who worked on it; a step can be held back here. */
export function ChangeList({ changes: { base, diff, authors }, news }: ChangeListProps) {
  const t = useMessages(editorMessages);
  const p = useMessages(publishMessages);
  const [author, setAuthor] = useState('');
  const count = diff.steps.length;
  const own = authors.find(({ accountId }) => accountId === author);
  const shown = own === undefined ? diff.steps : diff.steps.filter(({ id }) => own.stepIds.includes(id));
  const changed = new Set(diff.steps.map(({ id }) => id));
  const countOf = (ids: readonly string[]) => ids.filter((id) => changed.has(id)).length;
  // Who worked on held steps only has nothing in this list.
  const active = authors.filter(({ stepIds }) => countOf(stepIds) > 0);
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
      {active.length > 0 && (
        <Chip.Group value={author} onChange={(value) => setAuthor(value)}>
          <Group gap="0.375rem" mb="0.5rem" role="radiogroup" aria-label={p('filter')}>
            <Chip value="" size="xs">
              {p('everyone')}
            </Chip>
            {active.map(({ accountId, name, stepIds }) => (
              <Chip key={accountId} value={accountId} size="xs">
                {p('authorOf', { name, count: countOf(stepIds) })}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
      {base !== null && count > 0 && (
        <div className={styles.steps}>
          {shown.length === 0 && <p className={styles.none}>{p('noneOf')}</p>}
          {shown.map((step) => (
            <StepChanges key={step.id} step={step} news={news.has(step.id)} authors={namesOf(step.id)} />
          ))}
        </div>
      )}
    </section>
  );
}

interface StepChangesProps {
  step: StepDiff;
  news: boolean;
  authors: string[];
}

function StepChanges({ step, news, authors }: StepChangesProps) {
  const t = useMessages(editorMessages);
  const p = useMessages(publishMessages);
  const words = useMessages(scriptWords);
  const { actions } = useEditor();
  const title = step.id === '' ? words('whole') : step.title === '' ? t('untitled') : step.title;
  // What is gone cannot be held back, nor what is being held back already.
  const free = useScriptPart(({ steps }) => steps.some(({ id, hold }) => id === step.id && !hold));
  return (
    <details className={styles.step} data-news={news || undefined} open={news || undefined}>
      <summary>
        <IconChevronRight size="0.875rem" aria-hidden />
        <Badge color={colours[step.change]} size="sm">
          {t(`publish.change.${step.change}`)}
        </Badge>
        <strong>{title}</strong>
        {news && (
          <Badge color="orange" size="sm" variant="light">
            {p('newsMark')}
          </Badge>
        )}
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
          onClick={() => actions.set(step.id, { hold: true })}
        >
          {p('holdBack')}
        </Button>
      )}
    </details>
  );
}
