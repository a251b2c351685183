import { ActionIcon, Select } from '@mantine/core';
import type { Rule, RuleGroup, RuleMode, RuleTree } from '@daihon/shared/script/rules/tree';
import { isComplete, isGroup } from '@daihon/shared/script/rules/tree';
import { IconFolderPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { useReadOnly } from '../session/context.ts';
import { rulesMessages } from './messages.ts';
import { RuleRow } from './RuleRow.tsx';
import styles from './Rules.module.css';
import { AddButton } from '../ui/AddButton.tsx';

export const blankRule: Rule = { subject: { kind: 'key', key: '' }, operator: 'is', value: null };
const modes: readonly RuleMode[] = ['all', 'any', 'none', 'notAll'];

interface RuleBuilderProps {
  tree: RuleTree;
  label: string;
  onChange: (tree: RuleTree) => void;
}

/** A condition as rules and one level of groups. Rows that are not finished stay here until they are. */
export function RuleBuilder({ tree, label, onChange }: RuleBuilderProps) {
  const t = useMessages(rulesMessages);
  const { items, mode } = tree;
  const [fresh, setFresh] = useState<object | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const put = (index: number, item: Rule | RuleGroup | null) =>
    onChange({ mode, items: items.flatMap((each, at) => (at === index ? (item ?? []) : [each])) });
  const add = (item: Rule | RuleGroup) => {
    setFresh(item);
    onChange({ mode, items: [...items, item] });
  };
  const remove = (index: number) => {
    put(index, null);
    addButton.current?.focus();
  };
  const unfinished = items.some((item) => (isGroup(item) ? item.rules.some(isOpen) : isOpen(item)));
  return (
    <div className={styles.builder} role="group" aria-label={t('builder', { label })}>
      {(items.length > 1 || mode === 'none' || mode === 'notAll') && (
        <ModeSelect mode={mode} label={t('mode')} onChange={(next) => onChange({ mode: next, items })} />
      )}
      <ol className={styles.rules}>
        {items.map((item, index) => (
          <li key={index}>
            {index > 0 && <span className={styles.between}>{t(`between.${mode}`)}</span>}
            {isGroup(item) ? (
              <GroupBox
                group={item}
                number={index + 1}
                first={numberBefore(items, index)}
                fresh={fresh}
                onFresh={setFresh}
                onChange={(group) => put(index, group)}
                onRemove={() => remove(index)}
              />
            ) : (
              <RuleRow
                rule={item}
                number={numberBefore(items, index)}
                fresh={fresh === item}
                onChange={(rule) => put(index, rule)}
                onRemove={() => remove(index)}
              />
            )}
          </li>
        ))}
      </ol>
      <div className={styles.adders}>
        <AddButton ref={addButton} inner onClick={() => add({ ...blankRule })}>
          {t('add')}
        </AddButton>
        <AddButton
          inner
          icon={IconFolderPlus}
          onClick={() => add({ mode: mode === 'all' ? 'any' : 'all', rules: [{ ...blankRule }] })}
        >
          {t('addGroup')}
        </AddButton>
      </div>
      {unfinished && <p className={styles.unfinished}>{t('unfinished')}</p>}
    </div>
  );
}

interface GroupBoxProps {
  group: RuleGroup;
  number: number;
  /** The number of its first rule. */
  first: number;
  fresh: object | null;
  onFresh: (item: object) => void;
  onChange: (group: RuleGroup) => void;
  onRemove: () => void;
}

function GroupBox({ group, number, first, fresh, onFresh, onChange, onRemove }: GroupBoxProps) {
  const t = useMessages(rulesMessages);
  const readOnly = useReadOnly();
  const { mode, rules } = group;
  const name = t('group', { number });
  const addButton = useRef<HTMLButtonElement>(null);
  const put = (index: number, rule: Rule | null) => {
    const left = rules.flatMap((each, at) => (at === index ? (rule ?? []) : [each]));
    if (left.length === 0) onRemove();
    else onChange({ mode, rules: left });
    if (rule === null) addButton.current?.focus();
  };
  const add = () => {
    const rule = { ...blankRule };
    onFresh(rule);
    onChange({ mode, rules: [...rules, rule] });
  };
  return (
    <div className={styles.group} role="group" aria-label={name}>
      <div className={styles.groupHead}>
        <ModeSelect
          mode={mode}
          label={`${t('mode')}: ${name}`}
          onChange={(next) => onChange({ mode: next, rules })}
        />
        <ActionIcon
          size="md"
          aria-label={`${t('removeGroup')}: ${name}`}
          disabled={readOnly}
          onClick={onRemove}
        >
          <IconX size="1rem" stroke={1.7} />
        </ActionIcon>
      </div>
      <ol className={styles.rules}>
        {rules.map((rule, index) => (
          <li key={index}>
            {index > 0 && <span className={styles.between}>{t(`between.${mode}`)}</span>}
            <RuleRow
              rule={rule}
              number={first + index}
              fresh={fresh === rule || (fresh === group && index === 0)}
              onChange={(next) => put(index, next)}
              onRemove={() => put(index, null)}
            />
          </li>
        ))}
      </ol>
      <AddButton ref={addButton} inner onClick={add}>
        {t('add')}
      </AddButton>
    </div>
  );
}

interface ModeSelectProps {
  mode: RuleMode;
  label: string;
  onChange: (mode: RuleMode) => void;
}

function ModeSelect({ mode, label, onChange }: ModeSelectProps) {
  const t = useMessages(rulesMessages);
  const readOnly = useReadOnly();
  return (
    <Select
      role="combobox"
      size="xs"
      className={styles.mode}
      aria-label={label}
      data={modes.map((value) => ({ value, label: t(`modes.${value}`) }))}
      value={mode}
      disabled={readOnly}
      onChange={(value) => {
        const next = modes.find((each) => each === value);
        if (next !== undefined) onChange(next);
      }}
    />
  );
}

function isOpen(rule: Rule): boolean {
  return !isComplete(rule);
}

/** Rules are counted through, groups and all. */
function numberBefore(items: RuleTree['items'], index: number): number {
  return items.slice(0, index).reduce((sum, item) => sum + (isGroup(item) ? item.rules.length : 1), 1);
}
