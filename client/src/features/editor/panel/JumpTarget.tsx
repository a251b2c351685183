import { Select } from '@mantine/core';
import type { Step } from '@daihon/shared/script/schema';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import { useOtherScripts } from '../session/useOtherScripts.ts';
import styles from './Panel.module.css';
import { Section } from './Section.tsx';
import { sameParts } from './sameParts.ts';

/** The script that a jump step calls. */
export const JumpTarget = memo(
  function JumpTarget({ step }: { step: Step }) {
    const t = useMessages(editorMessages);
    const { session, actions } = useEditor();
    const readOnly = useReadOnly();
    const others = (useOtherScripts(true) ?? []).filter(({ id }) => id !== session.scriptId);
    return (
      <Section title={t('step.jump')}>
        <Select
          role="combobox"
          className={styles.target}
          size="xs"
          aria-label={t('step.jump')}
          placeholder={t('step.jumpHint')}
          data={others.map(({ id, title }) => ({ value: id, label: title }))}
          value={step.jump?.scriptId ?? null}
          searchable
          clearable
          disabled={readOnly}
          onChange={(scriptId) => actions.set(step.id, { jump: scriptId === null ? null : { scriptId } })}
        />
      </Section>
    );
  },
  sameParts('id', 'jump'),
);
