import { Select } from '@mantine/core';
import { valueText } from '@daihon/shared/script/valueText';
import { compute } from '@daihon/shared/script/conditions';
import { sampleValues } from '@daihon/shared/script/sampleValues';
import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { ExpressionInput } from '../../rules/ExpressionInput.tsx';
import { operandsOf } from '../../rules/operands.ts';
import { KeySelect } from '../../rules/SubjectPicker.tsx';
import { wrongIn } from '../../rules/tryOut.ts';
import { TypedValue } from '../../rules/TypedValue.tsx';
import { useReadOnly, useScript } from '../../session/context.ts';
import { useSurroundings } from '../../session/useSurroundings.ts';
import { panelMessages } from '../messages.ts';
import styles from '../Panel.module.css';
import { readSource, writeSource } from './source.ts';

interface JumpSourceProps {
  stepId: string;
  name: string;
  label: string;
  from: string | null;
  onSet: (from: string | null) => void;
}

const kinds = ['none', 'key', 'value', 'expression'] as const;
type Kind = (typeof kinds)[number];

/** What is handed in for one declared value: nothing, an item, a fixed value, or an expression. */
export function JumpSource({ stepId, name, label, from, onSet }: JumpSourceProps) {
  const tp = useMessages(panelMessages);
  const readOnly = useReadOnly();
  const source = from === null ? null : readSource(from);
  const [wished, setWished] = useState<Kind | null>(null);
  const kind = wished ?? source?.kind ?? 'none';
  const pick = (next: Kind) => {
    setWished(next);
    if (next === 'none') onSet(null);
  };
  const valueLabel = tp('jump.inputOf', { label });
  return (
    <div className={styles.source}>
      <Select
        role="combobox"
        size="xs"
        aria-label={tp('jump.source', { label })}
        data={kinds.map((value) => ({ value, label: tp(`jump.sources.${value}`) }))}
        value={kind}
        disabled={readOnly}
        onChange={(value) => pick(kinds.find((each) => each === value) ?? 'none')}
      />
      {kind === 'key' && (
        <KeySelect
          value={source?.kind === 'key' ? source.key : null}
          label={valueLabel}
          onPick={(key) => onSet(writeSource({ kind: 'key', key }))}
        />
      )}
      {kind === 'value' && (
        <TypedValue
          text={source?.kind === 'value' ? source.text : ''}
          label={valueLabel}
          type="text"
          onCommit={(text) => onSet(text === '' ? null : writeSource({ kind: 'value', text }))}
        />
      )}
      {kind === 'expression' && (
        <SourceExpression stepId={stepId} name={name} label={valueLabel} from={from ?? ''} onSet={onSet} />
      )}
    </div>
  );
}

interface SourceExpressionProps {
  stepId: string;
  name: string;
  label: string;
  from: string;
  onSet: (from: string | null) => void;
}

function SourceExpression({ stepId, name, label, from, onSet }: SourceExpressionProps) {
  const tp = useMessages(panelMessages);
  const script = useScript();
  const around = useSurroundings();
  const [typed, setTyped] = useState<string | null>(null);
  const text = (typed ?? from).trim();
  const knows = (key: string) => operandsOf(script).some((operand) => operand.key === key);
  const wrong = text === '' ? null : wrongIn(text, knows, null);
  const value = compute(text === '' ? 'null' : text, sampleValues(script, around), around);
  return (
    <div>
      <ExpressionInput
        value={from}
        label={label}
        place={{ stepId, field: `jump:${name}` }}
        placeholder={tp('computeHint')}
        wrong={wrong}
        text={text}
        onType={setTyped}
        onCommit={(next) => onSet(next === '' ? null : next)}
      />
      {wrong === null && text !== '' && value !== null && (
        <output className={styles.result}>{tp('jump.result', { value: valueText(value) })}</output>
      )}
    </div>
  );
}
