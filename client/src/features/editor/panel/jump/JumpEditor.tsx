import { Button, Select } from '@mantine/core';
import type { Step } from '@daihon/shared/script/schema';
import { IconExternalLink } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../../app/i18n.ts';
import { editorMessages } from '../../messages.ts';
import { useEditor, useReadOnly } from '../../session/context.ts';
import { useOtherScripts } from '../../session/useOtherScripts.ts';
import { panelMessages } from '../messages.ts';
import styles from '../Panel.module.css';
import { Section } from '../Section.tsx';
import { sameParts } from '../sameParts.ts';
import { JumpInputs } from './JumpInputs.tsx';
import { JumpOutputs } from './JumpOutputs.tsx';
import { useCalledParts } from './useCalledParts.ts';
import { usePart } from './usePart.ts';

/** The script that a jump step calls, what it is handed and what it hands back. */
export const JumpEditor = memo(
  function JumpEditor({ step }: { step: Step }) {
    const t = useMessages(editorMessages);
    const tp = useMessages(panelMessages);
    const { actions } = useEditor();
    const readOnly = useReadOnly();
    const groups = useTargets();
    return (
      <Section title={t('step.jump')}>
        {groups?.length === 0 && <p className={styles.hint}>{tp('jump.none')}</p>}
        <Select
          role="combobox"
          className={styles.target}
          size="xs"
          aria-label={t('step.jump')}
          placeholder={t('step.jumpHint')}
          data={groups ?? []}
          value={step.jump?.scriptId ?? null}
          searchable
          clearable
          disabled={readOnly}
          onChange={(scriptId) => actions.set(step.id, { jump: scriptId === null ? null : { scriptId } })}
        />
        {step.jump !== null && <PartOf step={step} jump={step.jump} />}
      </Section>
    );
  },
  sameParts('id', 'jump'),
);

/** What may be called: parts first, then what is published; what is not yet is shown and cannot be chosen. */
function useTargets() {
  const tp = useMessages(panelMessages);
  const { session } = useEditor();
  const others = useOtherScripts(true);
  const called = useCalledParts();
  if (others === null) return null;
  const rest = others.filter(({ id }) => id !== session.scriptId);
  const item = ({ id, title }: { id: string; title: string }) => ({ value: id, label: title });
  const out = rest.filter(({ publishedVersion }) => publishedVersion !== null);
  return [
    { group: tp('jump.parts'), items: out.filter(({ id }) => called.has(id)).map(item) },
    { group: tp('jump.published'), items: out.filter(({ id }) => !called.has(id)).map(item) },
    {
      group: tp('jump.unpublished'),
      items: rest
        .filter(({ publishedVersion }) => publishedVersion === null)
        .map((script) => ({ ...item(script), disabled: true })),
    },
  ].filter(({ items }) => items.length > 0);
}

function PartOf({ step, jump }: { step: Step; jump: NonNullable<Step['jump']> }) {
  const tp = useMessages(panelMessages);
  const { script: part, state } = usePart(jump.scriptId);
  return (
    <div className={styles.part}>
      <Button
        component={Link}
        to={`/scripts/${jump.scriptId}`}
        variant="default"
        size="compact-sm"
        leftSection={<IconExternalLink size="0.875rem" aria-hidden />}
      >
        {tp('jump.open')}
      </Button>
      {state === 'loading' && <p className={styles.hint}>{tp('jump.loading')}</p>}
      {state === 'failed' && <p className={styles.error}>{tp('jump.failed')}</p>}
      {part !== null && (
        <>
          <JumpInputs step={step} jump={jump} part={part} />
          <JumpOutputs step={step} jump={jump} part={part} />
        </>
      )}
    </div>
  );
}
