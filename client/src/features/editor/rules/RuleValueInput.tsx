import { ActionIcon, Menu, MultiSelect, Select, TagsInput } from '@mantine/core';
import { numberOf } from '@daihon/shared/script/numberOf';
import type { Rule, RuleValue } from '@daihon/shared/script/rules/tree';
import { valueKinds } from '@daihon/shared/script/rules/tree';
import { IconSelector } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useReadOnly, useScriptPart } from '../session/context.ts';
import { DaysInput } from './DaysInput.tsx';
import { rulesMessages } from './messages.ts';
import { operandsOf } from './operands.ts';
import type { OperandType } from './operands.ts';
import styles from './Rules.module.css';
import { KeySelect } from './SubjectPicker.tsx';
import { TypedValue } from './TypedValue.tsx';
import { WeekdayInput } from './WeekdayInput.tsx';

interface RuleValueInputProps {
  rule: Rule;
  type: OperandType;
  number: number;
  onChange: (value: RuleValue | null) => void;
}

type Kind = RuleValue['kind'];

/** The kinds of value that make sense for a type, the usual one first. */
const kindsOfType: Readonly<Record<OperandType, readonly Kind[]>> = {
  text: ['text', 'key', 'list', 'number'],
  number: ['number', 'key'],
  date: ['text', 'days', 'key', 'numbers'],
  today: ['text', 'days', 'key', 'numbers'],
  time: ['text', 'key'],
  choice: ['text', 'key', 'list'],
  choices: ['text', 'number'],
  tick: [],
  open: [],
};

/** What a rule is compared with, by the type of its subject: typed, an option, another item, a day counted from today. */
export function RuleValueInput({ rule, type, number, onChange }: RuleValueInputProps) {
  const t = useMessages(rulesMessages);
  const readOnly = useReadOnly();
  const kinds = kindsOfType[type].filter((kind) => valueKinds[rule.operator].includes(kind));
  const kind = rule.value?.kind ?? kinds[0] ?? 'text';
  return (
    <div className={styles.value}>
      <ValueOfKind rule={rule} type={type} kind={kind} number={number} onChange={onChange} />
      {kinds.length > 1 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size="md" aria-label={`${t('valueKind')} ${number}`} disabled={readOnly}>
              <IconSelector size="1rem" stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds.map((each) => (
              <Menu.Item key={each} disabled={each === kind} onClick={() => onChange(blank(each))}>
                {t(`valueKinds.${each}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

function blank(kind: Kind): RuleValue | null {
  if (kind === 'days') return { kind, days: 0, business: false };
  if (kind === 'key') return { kind, key: '' };
  return kind === 'text' ? { kind, text: '' } : null;
}

function ValueOfKind({ rule, type, kind, number, onChange }: RuleValueInputProps & { kind: Kind }) {
  const t = useMessages(rulesMessages);
  const readOnly = useReadOnly();
  const operands = useScriptPart(operandsOf);
  const { value, subject } = rule;
  const label = `${t('value')} ${number}`;
  const own = subject.kind === 'key' ? operands.find(({ key }) => key === subject.key) : undefined;
  const options = own?.options ?? [];
  const text = value?.kind === 'text' ? value.text : '';
  switch (kind) {
    case 'key':
      return (
        <KeySelect
          value={value?.kind === 'key' ? value.key : null}
          label={label}
          placeholder={t('otherKey')}
          onPick={(key) => onChange({ kind: 'key', key })}
        />
      );
    case 'days':
      return (
        <DaysInput
          value={value?.kind === 'days' ? value : { kind: 'days', days: 0, business: false }}
          label={label}
          onChange={onChange}
        />
      );
    case 'numbers':
      return (
        <WeekdayInput
          value={value?.kind === 'numbers' ? value.numbers : []}
          label={label}
          onChange={(numbers) => onChange({ kind: 'numbers', numbers })}
        />
      );
    case 'list': {
      const items = value?.kind === 'list' ? [...value.items] : [];
      const change = (next: string[]) => onChange({ kind: 'list', items: next });
      const common = { size: 'xs', className: styles.grow, 'aria-label': label, disabled: readOnly } as const;
      return options.length === 0 ? (
        <TagsInput {...common} value={items} placeholder={t('valueHint')} onChange={change} />
      ) : (
        <MultiSelect {...common} data={withUnknown(options, items)} value={items} onChange={change} />
      );
    }
    case 'number':
      return (
        <TypedValue
          text={value?.kind === 'number' ? String(value.number) : ''}
          label={label}
          type="number"
          onCommit={(typed) => {
            const typedNumber = numberOf(typed);
            onChange(typedNumber === null ? null : { kind: 'number', number: typedNumber });
          }}
        />
      );
    case 'text':
      if (options.length > 0) {
        return (
          <Select
            role="combobox"
            size="xs"
            className={styles.grow}
            aria-label={label}
            placeholder={t('valueHint')}
            data={withUnknown(options, text === '' ? [] : [text])}
            value={text === '' ? null : text}
            disabled={readOnly}
            onChange={(next) => onChange({ kind: 'text', text: next ?? '' })}
          />
        );
      }
      return (
        <TypedValue
          text={text}
          label={label}
          type={type === 'today' ? 'date' : type === 'date' || type === 'time' ? type : 'text'}
          onCommit={(typed) => onChange({ kind: 'text', text: typed })}
        />
      );
  }
}

/** A value that is no option any more stays visible. */
function withUnknown(options: readonly { value: string; label: string }[], values: readonly string[]) {
  const missing = values.filter((value) => !options.some((option) => option.value === value));
  return [...options, ...missing.map((value) => ({ value, label: value }))].filter(
    ({ value }, at, all) => value !== '' && all.findIndex((other) => other.value === value) === at,
  );
}
