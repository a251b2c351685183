import { Button } from '@mantine/core';
import { readRules } from '@daihon/shared/script/rules/read';
import type { RuleTree } from '@daihon/shared/script/rules/tree';
import { writeRules } from '@daihon/shared/script/rules/write';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import type { FieldPlace } from '../panel/fieldPlace.ts';
import { useReadOnly, useScriptPart } from '../session/context.ts';
import { ExpressionInput } from './ExpressionInput.tsx';
import { rulesMessages } from './messages.ts';
import { operandsOf } from './operands.ts';
import { blankRule, RuleBuilder } from './RuleBuilder.tsx';
import styles from './Rules.module.css';
import { SampleLine } from './SampleLine.tsx';
import { wrongIn } from './tryOut.ts';

interface ConditionEditorProps {
  value: string | null;
  label: string;
  place: FieldPlace;
  /** Whether a condition may be taken away here. */
  removable: boolean;
  onCommit: (when: string | null) => void;
  onClose: () => void;
}

/** A condition as rules where it is made of rules, otherwise as its expression; with what it comes to for samples. */
export default function ConditionEditor(props: ConditionEditorProps) {
  const { value, label, place, removable, onCommit, onClose } = props;
  const t = useMessages(rulesMessages);
  const readOnly = useReadOnly();
  const [wished, setWished] = useState<'rules' | 'text'>('rules');
  const [tree, setTree] = useRules(value, onCommit);
  const asText = tree === null || wished === 'text';
  return (
    <div className={styles.editor}>
      {tree === null && <p className={styles.note}>{t('textOnly')}</p>}
      {asText ? (
        <ConditionText value={value} label={label} place={place} onCommit={onCommit} />
      ) : (
        <RuleBuilder tree={tree} label={label} onChange={setTree} />
      )}
      {value !== null && <SampleLine condition={value} />}
      <div className={styles.foot}>
        {tree !== null && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            onClick={() => setWished(asText ? 'rules' : 'text')}
          >
            {t(asText ? 'asRules' : 'asText')}
          </Button>
        )}
        {removable && (
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            disabled={readOnly}
            onClick={() => {
              onCommit(null);
              onClose();
            }}
          >
            {t('remove')}
          </Button>
        )}
        <Button variant="default" size="compact-xs" ml="auto" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}

/**
 * The rules being edited: the draft's, with the rows that are not finished yet. Null when the condition is no such thing. What a
 * colleague or an undo makes of the condition takes their place.
 */
function useRules(value: string | null, onCommit: (when: string | null) => void) {
  const [local, setLocal] = useState<{ tree: RuleTree; written: string | null } | null>(null);
  const empty: RuleTree = { mode: 'all', items: [blankRule] };
  const own = local !== null && local.written === value ? local.tree : null;
  const tree = own ?? (value === null ? empty : readRules(value));
  const change = (next: RuleTree) => {
    const written = writeRules(next);
    setLocal({ tree: next, written });
    if (written !== value) onCommit(written);
  };
  return [tree, change] as const;
}

interface ConditionTextProps {
  value: string | null;
  label: string;
  place: FieldPlace;
  onCommit: (when: string | null) => void;
}

function ConditionText({ value, label, place, onCommit }: ConditionTextProps) {
  const t = useMessages(rulesMessages);
  const operands = useScriptPart(operandsOf);
  const [typed, setTyped] = useState<string | null>(null);
  const text = (typed ?? value ?? '').trim();
  const knows = (key: string) => operands.some((operand) => operand.key === key);
  return (
    <ExpressionInput
      value={value ?? ''}
      label={t('expression', { label })}
      place={place}
      placeholder={t('textHint')}
      wrong={text === '' ? null : wrongIn(text, knows, null)}
      text={text}
      onType={setTyped}
      onCommit={(next) => onCommit(next === '' ? null : next)}
    />
  );
}
