import { ActionIcon, Tooltip } from '@mantine/core';
import type { Step } from '@daihon/shared/script/schema';
import { IconMessagePlus, IconPencilPlus } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { Section } from '../panel/Section.tsx';
import { useCommentActions } from './desk/hooks.ts';
import { commentMessages } from './messages.ts';
import styles from './Comments.module.css';
import PlaceThreads from './PlaceThreads.tsx';

/** The step's name and the labels of its choices, each to comment on or to propose other words for. */
export default function LabelThreads({ step }: { step: Step }) {
  const t = useMessages(commentMessages);
  const labels = [
    { field: 'title', text: step.title, kind: t('fields.title') },
    ...step.choices.map(({ id, label }) => ({
      field: `choice:${id}`,
      text: label,
      kind: t('fields.choice'),
    })),
  ];
  return (
    <Section title={t('labels')}>
      {labels.map(({ field, text, kind }) => (
        <div key={field}>
          <LabelRow stepId={step.id} field={field} text={text} kind={kind} />
          <PlaceThreads stepId={step.id} field={field} />
        </div>
      ))}
    </Section>
  );
}

function LabelRow(props: { stepId: string; field: string; text: string; kind: string }) {
  const { stepId, field, text, kind } = props;
  const t = useMessages(commentMessages);
  const actions = useCommentActions();
  const target = text === '' ? kind : text;
  return (
    <div className={styles.label}>
      <small>{kind}</small>
      <span>{text === '' ? '—' : text}</span>
      <Tooltip label={t('add')}>
        <ActionIcon
          size="sm"
          aria-label={t('addTo', { target })}
          onClick={() => actions.composeAt('comment', stepId, field)}
        >
          <IconMessagePlus size="1rem" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('suggest')}>
        <ActionIcon
          size="sm"
          aria-label={t('suggestFor', { target })}
          onClick={() => actions.composeAt('suggestion', stepId, field)}
        >
          <IconPencilPlus size="1rem" />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
