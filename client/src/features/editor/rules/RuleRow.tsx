import { ActionIcon, Select } from '@mantine/core';
import type { Rule, RuleOperator, RuleSubject, RuleValue } from '@daihon/shared/script/rules/tree';
import { ruleOperators, valueKinds } from '@daihon/shared/script/rules/tree';
import { IconX } from '@tabler/icons-react';
import type { Catalogue, Translate } from '../../../app/i18n.ts';
import { useMessages } from '../../../app/i18n.ts';
import { useReadOnly, useScriptPart } from '../session/context.ts';
import { rulesMessages } from './messages.ts';
import { operandsOf, operatorsOf, typeOf } from './operands.ts';
import type { OperandType } from './operands.ts';
import styles from './Rules.module.css';
import { RuleValueInput } from './RuleValueInput.tsx';
import { SubjectPicker } from './SubjectPicker.tsx';

interface RuleRowProps {
  rule: Rule;
  /** Counted over the whole condition, from 1. */
  number: number;
  fresh: boolean;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
}

/** 「項目 · 比較 · 値」 */
export function RuleRow({ rule, number, fresh, onChange, onRemove }: RuleRowProps) {
  const t = useMessages(rulesMessages);
  const readOnly = useReadOnly();
  const operands = useScriptPart(operandsOf);
  const type = typeOf(rule.subject, operands);
  const fitting = operatorsOf(type);
  const chosen = rule.subject.kind !== 'key' || rule.subject.key !== '';
  const pickSubject = (subject: RuleSubject) =>
    onChange(withSubject(rule, subject, typeOf(subject, operands)));
  return (
    <div className={styles.rule} role="group" aria-label={t('row', { number })}>
      <SubjectPicker
        subject={rule.subject}
        label={`${t('subject')} ${number}`}
        autoFocus={fresh}
        onPick={pickSubject}
      />
      <Select
        role="combobox"
        size="xs"
        className={styles.operator}
        aria-label={`${t('operator')} ${number}`}
        data={[...new Set([...fitting, rule.operator])].map((value) => ({
          value,
          label: operatorText(t, value, type),
        }))}
        value={rule.operator}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        disabled={readOnly || !chosen}
        onChange={(value) => {
          const operator = ruleOperators.find((each) => each === value);
          if (operator !== undefined) onChange(withOperator(rule, operator));
        }}
      />
      <ActionIcon
        size="md"
        className={styles.removeRule}
        aria-label={t('removeRule', { number })}
        disabled={readOnly}
        onClick={onRemove}
      >
        <IconX size="1rem" stroke={1.7} />
      </ActionIcon>
      {chosen && valueKinds[rule.operator].length > 0 && (
        <RuleValueInput
          rule={rule}
          type={type}
          number={number}
          onChange={(value) => onChange({ ...rule, value })}
        />
      )}
    </div>
  );
}

type Words = typeof rulesMessages extends Catalogue<infer K> ? Translate<K> : never;
const moments: ReadonlySet<OperandType> = new Set(['date', 'time', 'today']);
const momentOperators = ['is', 'isNot', 'greater', 'atLeast', 'less', 'atMost'] as const;

function operatorText(t: Words, operator: RuleOperator, type: OperandType): string {
  const ofMoment = momentOperators.find((each) => each === operator);
  if (ofMoment !== undefined && moments.has(type)) return t(`moments.${ofMoment}`);
  if (type === 'tick' && (operator === 'filled' || operator === 'empty')) return t(`ticks.${operator}`);
  return t(`operators.${operator}`);
}

/** With another subject: the comparison stays when it fits; a value stays only when it is of no list. */
function withSubject(rule: Rule, subject: RuleSubject, type: OperandType): Rule {
  const fitting = operatorsOf(type);
  const operator = fitting.includes(rule.operator) ? rule.operator : (fitting[0] ?? 'is');
  const stays = type === 'text' && operator === rule.operator && rule.value?.kind === 'text';
  return { subject, operator, value: stays ? rule.value : null };
}

/** With another comparison: what was given is kept, one option as a list of one and the other way round. */
function withOperator(rule: Rule, operator: RuleOperator): Rule {
  const kinds = valueKinds[operator];
  const { value } = rule;
  const kept: RuleValue | null = value !== null && kinds.includes(value.kind) ? value : null;
  if (value?.kind === 'text' && kinds.includes('list') && value.text !== '')
    return { ...rule, operator, value: { kind: 'list', items: [value.text] } };
  if (value?.kind === 'list' && kinds.includes('text'))
    return { ...rule, operator, value: { kind: 'text', text: value.items[0] ?? '' } };
  return { ...rule, operator, value: kept };
}
