import type { Step } from '@daihon/shared/script/schema';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import { CommitInput } from './CommitInput.tsx';
import styles from './Panel.module.css';
import { Section } from './Section.tsx';
import { sameParts } from './sameParts.ts';

/** The outcome code that a call gets when it ends here. */
export const Outcome = memo(
  function Outcome({ step }: { step: Step }) {
    const t = useMessages(editorMessages);
    const { actions } = useEditor();
    return (
      <Section title={t('step.outcome')}>
        <CommitInput
          className={styles.input}
          value={step.outcome ?? ''}
          label={t('step.outcome')}
          place={{ stepId: step.id, field: 'outcome' }}
          placeholder={t('step.outcomeHint')}
          maxLength={100}
          onCommit={(text) => actions.set(step.id, { outcome: text.trim() === '' ? null : text.trim() })}
        />
      </Section>
    );
  },
  sameParts('id', 'outcome'),
);
