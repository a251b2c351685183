import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { matchesQuery } from '../../../ui/foldText.ts';
import { isIme } from '../keys/ime.ts';
import { useReturnFocus } from '../keys/useReturnFocus.ts';
import { useEditor, useScriptPart, useStep, useView } from '../session/context.ts';
import { stepLabel, stepOptionsOf } from '../session/outline.ts';
import type { StepOption } from '../session/outline.ts';
import type { ChoicePlace } from '../session/via.ts';
import { PickRow } from '../ui/PickRow.tsx';
import { targetMessages } from './messages.ts';
import styles from './TargetDialog.module.css';

/** Picks the step that a choice leads to, by typing and arrow keys; how ways are drawn without the map. */
export function TargetDialog() {
  const { view } = useEditor();
  const t = useMessages(targetMessages);
  const picking = useView((state) => state.picking);
  const step = useStep(picking?.stepId ?? null);
  const label = useScriptPart((script) => stepLabel(script, step?.id ?? '', t('untitled')));
  if (picking === null || step === null) return null;
  const choice = step.choices.find(({ id }) => id === picking.choiceId);
  const name = choice === undefined ? null : choice.label === '' ? t('noLabel') : choice.label;
  return (
    <Modal
      opened
      onClose={() => view.set({ picking: null })}
      title={<strong>{name === null ? t('titleNew', { step: label }) : t('title', { label: name })}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Picker place={picking} />
    </Modal>
  );
}

const rowId = (list: string, index: number) => `${list}-${index}`;

function Picker({ place }: { place: ChoicePlace }) {
  const t = useMessages(targetMessages);
  const { view, actions } = useEditor();
  const list = useId();
  useReturnFocus();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const options = useScriptPart(stepOptionsOf).filter(matches(query, t('untitled')));
  const pick = (index: number) => {
    view.set({ picking: null });
    const { stepId, choiceId } = place;
    const to = options[index - 1]?.id;
    if (to === undefined) actions.addConnected(stepId, choiceId === null ? 'new' : { choiceId });
    else if (choiceId === null) actions.connectNew(stepId, to);
    else actions.connect(stepId, choiceId, to);
  };
  const press = (event: KeyboardEvent) => {
    if (isIme(event.nativeEvent)) return;
    const last = options.length;
    if (event.key === 'ArrowDown') setActive(Math.min(last, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter') pick(active);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={rowId(list, active)}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size="1rem" aria-hidden />}
        data-autofocus
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          // What is typed looks for a step; without a match a new one is offered.
          setActive(event.currentTarget.value === '' ? 0 : 1);
        }}
        onKeyDown={press}
      />
      <ul id={list} role="listbox" className={styles.list} aria-label={t('search')}>
        <PickRow id={rowId(list, 0)} active={active === 0 || options.length === 0} onPick={() => pick(0)}>
          {t('newStep')}
        </PickRow>
        {options.map(({ id, number, title }, index) => (
          <PickRow
            key={id}
            id={rowId(list, index + 1)}
            active={active === index + 1}
            onPick={() => pick(index + 1)}
          >
            <span className={styles.number}>{number}</span>
            {title === '' ? t('untitled') : title}
          </PickRow>
        ))}
      </ul>
      <p className={styles.count} role="status">
        {options.length === 0 ? t('none') : t('count', { count: options.length })}
      </p>
    </>
  );
}

function matches(query: string, untitled: string): (option: StepOption) => boolean {
  return ({ number, title }) =>
    query.trim() === '' || matchesQuery(`${number} ${title === '' ? untitled : title}`, query);
}
