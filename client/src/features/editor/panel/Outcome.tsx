import { Autocomplete } from '@mantine/core';
import type { Step } from '@daihon/shared/script/schema';
import { memo, useRef, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { matchesQuery } from '../../../ui/foldText.ts';
import { usePolicy } from '../../../wire/policy.ts';
import { isIme } from '../keys/ime.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import { panelMessages } from './messages.ts';
import styles from './Panel.module.css';
import { PresenceRing } from './PresenceRing.tsx';
import { Section } from './Section.tsx';
import { sameParts } from './sameParts.ts';
import { useFieldFocus } from './useFieldFocus.ts';

/** The outcome code that a call gets when it ends here: one of the tenant's list, or any other. */
export const Outcome = memo(
  function Outcome({ step }: { step: Step }) {
    const t = useMessages(editorMessages);
    const tp = useMessages(panelMessages);
    const { actions, session } = useEditor();
    const readOnly = useReadOnly();
    const codes = usePolicy()?.outcomes ?? [];
    const [typed, setTyped] = useState<string | null>(null);
    const input = useRef<HTMLInputElement>(null);
    const place = { stepId: step.id, field: 'outcome' };
    useFieldFocus(place, input);
    const present = step.outcome ?? '';
    const commit = (text: string) => {
      setTyped(null);
      const outcome = text.trim() === '' ? null : text.trim();
      if (outcome !== step.outcome) actions.set(step.id, { outcome });
    };
    const names = new Map(codes.map(({ code, label }) => [code, label]));
    const listed = present === '' || codes.length === 0 || names.has(present);
    return (
      <Section title={t('step.outcome')}>
        <div className={styles.row}>
          <PresenceRing place={place}>
            <Autocomplete
              ref={input}
              className={styles.wide}
              role="combobox"
              size="xs"
              aria-label={t('step.outcome')}
              placeholder={t('step.outcomeHint')}
              data={codes.map(({ code }) => code)}
              value={typed ?? present}
              maxLength={100}
              disabled={readOnly}
              filter={({ options, search }) =>
                options.filter(
                  (option) =>
                    'value' in option &&
                    (search === present ||
                      matchesQuery(`${option.value} ${names.get(option.value) ?? ''}`, search)),
                )
              }
              renderOption={({ option }) => (
                <span className={styles.outcome}>
                  <strong>{option.value}</strong>
                  <small>{names.get(option.value)}</small>
                </span>
              )}
              onChange={setTyped}
              onOptionSubmit={commit}
              onFocus={() => session.presence.focus(step.id, 'outcome')}
              onBlur={() => {
                if (typed !== null) commit(typed);
                session.presence.focus(session.presence.stepId, null);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !isIme(event.nativeEvent) && typed !== null) commit(typed);
              }}
            />
          </PresenceRing>
        </div>
        {present === '' && <span className={styles.error}>{tp('outcome.empty')}</span>}
        {!listed && <span className={styles.warning}>{tp('outcome.unlisted')}</span>}
        {codes.length > 0 && <p className={styles.note}>{tp('outcome.hint')}</p>}
      </Section>
    );
  },
  sameParts('id', 'outcome'),
);
