import type { ComboboxItem } from '@mantine/core';
import { Select } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { matchesQuery } from '../../../ui/foldText.ts';
import { editorMessages } from '../messages.ts';
import { useReadOnly, useScriptPart } from '../session/context.ts';
import { stepOptionsOf } from '../session/outline.ts';
import type { FieldPlace } from './fieldPlace.ts';
import styles from './Panel.module.css';
import { panelMessages } from './messages.ts';
import { useFieldFocus } from './useFieldFocus.ts';

interface TargetPickerProps {
  to: string | null;
  label: string;
  place: FieldPlace;
  onPick: (to: string | null) => void;
  /** With the name that was typed, or ''. */
  onNew: (title: string) => void;
}

const newStep = '+new';

/** Where a choice leads: any step, a new one of the name that is typed, or nowhere yet. */
export function TargetPicker({ to, label, place, onPick, onNew }: TargetPickerProps) {
  const t = useMessages(editorMessages);
  const tp = useMessages(panelMessages);
  const steps = useScriptPart(stepOptionsOf);
  const readOnly = useReadOnly();
  const input = useRef<HTMLInputElement>(null);
  useFieldFocus(place, input);
  const untitled = t('untitled');
  const data = useMemo(
    () =>
      steps.map(({ id, number, title }) => ({
        value: id,
        label: `${number} ${title === '' ? untitled : title}`,
      })),
    [steps, untitled],
  );
  const present = data.find(({ value }) => value === to)?.label ?? '';
  const [search, setSearch] = useState(present);
  const typed = search === present ? '' : search.trim();
  return (
    <Select
      ref={input}
      role="combobox"
      className={styles.target}
      size="xs"
      aria-label={label}
      data-settled={search === present || undefined}
      placeholder={t('choices.noTarget')}
      data={[{ value: newStep, label: t('choices.newStep') }, ...data]}
      value={to}
      error={to === null}
      searchable
      clearable
      selectFirstOptionOnChange={typed !== ''}
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options, search: query }) => {
        const items = options.filter((option): option is ComboboxItem => 'value' in option);
        const [first, ...known] = items;
        const found = known.filter(({ label: name }) => matchesQuery(name, query));
        if (first === undefined) return found;
        return query.trim() === '' ? items : [...found, first];
      }}
      renderOption={({ option }) =>
        option.value === newStep && typed !== '' ? tp('newNamed', { title: typed }) : option.label
      }
      maxDropdownHeight={320}
      disabled={readOnly}
      onChange={(value) => {
        if (value === newStep) onNew(typed);
        else onPick(value);
      }}
    />
  );
}
