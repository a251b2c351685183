import { Select } from '@mantine/core';
import type { ComboboxParsedItem, OptionsFilter, SelectProps } from '@mantine/core';
import type { RuleSubject } from '@daihon/shared/script/rules/tree';
import { useMemo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { matchesQuery } from '../../../ui/foldText.ts';
import { useReadOnly, useScriptPart } from '../session/context.ts';
import { rulesMessages } from './messages.ts';
import { operandsOf } from './operands.ts';
import type { Operand } from './operands.ts';
import styles from './Rules.module.css';

interface SubjectPickerProps {
  subject: RuleSubject;
  label: string;
  autoFocus?: boolean;
  onPick: (subject: RuleSubject) => void;
}

// No key may hold a slash.
const today = '/today';
const open = '/open';

/** What a rule asks about: fields and placeholders by label, the day of the call, the opening hours. */
export function SubjectPicker({ subject, label, autoFocus, onPick }: SubjectPickerProps) {
  const t = useMessages(rulesMessages);
  const value = subject.kind === 'key' ? subject.key : subject.kind === 'today' ? today : open;
  const pick = (next: string) => {
    if (next === today) onPick({ kind: 'today' });
    else if (next === open) onPick({ kind: 'open' });
    else onPick({ kind: 'key', key: next });
  };
  const moments = useMemo(
    () => [
      { value: today, label: t('today'), type: 'today' as const },
      { value: open, label: t('opening'), type: 'open' as const },
    ],
    [t],
  );
  return (
    <KeySelect value={value} label={label} extra={moments} autoFocus={autoFocus === true} onPick={pick} />
  );
}

interface KeySelectProps {
  value: string | null;
  label: string;
  placeholder?: string;
  /** What can be chosen besides keys. */
  extra?: { value: string; label: string; type: 'today' | 'open' }[];
  only?: (operand: Operand) => boolean;
  autoFocus?: boolean;
  onPick: (key: string) => void;
}

/** A field or placeholder by its label; found by label or key, kana and width folded. */
export function KeySelect({ value, label, placeholder, extra, only, autoFocus, onPick }: KeySelectProps) {
  const t = useMessages(rulesMessages);
  const readOnly = useReadOnly();
  const operands = useScriptPart(operandsOf);
  const fitting = useMemo(() => (only === undefined ? operands : operands.filter(only)), [operands, only]);
  const types = new Map([
    ...fitting.map(({ key, type }) => [key, type] as const),
    ...(extra ?? []).map((each) => [each.value, each.type] as const),
  ]);
  const unknown = value !== null && value !== '' && !types.has(value) ? [{ value, label: value }] : [];
  const of = (origin: Operand['origin']) =>
    fitting.flatMap((operand) =>
      operand.origin === origin ? [{ value: operand.key, label: operand.label }] : [],
    );
  const groups = [
    { group: t('groups.fields'), items: [...unknown, ...of('field')] },
    { group: t('groups.placeholders'), items: of('placeholder') },
    {
      group: t('groups.moment'),
      items: (extra ?? []).map(({ value: at, label: text }) => ({ value: at, label: text })),
    },
  ].filter(({ items }) => items.length > 0);
  const renderOption: SelectProps['renderOption'] = ({ option }) => {
    const type = types.get(option.value);
    return (
      <span className={styles.option}>
        <span>{option.label}</span>
        <small>{type === undefined ? t('types.unknown') : t(`types.${type}`)}</small>
      </span>
    );
  };
  return (
    <Select
      role="combobox"
      size="xs"
      className={styles.subject}
      aria-label={label}
      placeholder={placeholder ?? t('subjectHint')}
      data={groups}
      value={value === '' ? null : value}
      error={unknown.length > 0}
      searchable
      openOnFocus={autoFocus === true}
      autoFocus={autoFocus}
      filter={byFoldedText}
      renderOption={renderOption}
      maxDropdownHeight={300}
      comboboxProps={{ width: 'max-content', position: 'bottom-start', withinPortal: true }}
      disabled={readOnly}
      onChange={(next) => {
        if (next !== null) onPick(next);
      }}
    />
  );
}

const byFoldedText: OptionsFilter = ({ options, search }) => {
  const fits = ({ label, value }: { label: string; value: string }) =>
    matchesQuery(`${label} ${value}`, search.trim());
  const filtered: ComboboxParsedItem[] = [];
  for (const option of options) {
    if (!('group' in option)) {
      if (fits(option)) filtered.push(option);
      continue;
    }
    const items = option.items.filter(fits);
    if (items.length > 0) filtered.push({ ...option, items });
  }
  return filtered;
};
