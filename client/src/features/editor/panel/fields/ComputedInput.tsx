import { valueText } from '@daihon/shared/script/valueText';
import { compileCondition, evaluate } from '@daihon/shared/script/conditions';
import type { FieldPatch } from '@daihon/shared/script/draft/editItems';
import { sampleValues } from '@daihon/shared/script/sampleValues';
import type { Field } from '@daihon/shared/script/schema';
import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { editorMessages } from '../../messages.ts';
import { ExpressionInput } from '../../rules/ExpressionInput.tsx';
import { operandsOf } from '../../rules/operands.ts';
import { wrongIn } from '../../rules/tryOut.ts';
import { keyLabelsOf } from '../../rules/sentences.ts';
import { useReadOnly, useScript } from '../../session/context.ts';
import { useSurroundings } from '../../session/useSurroundings.ts';
import { panelMessages } from '../messages.ts';
import styles from '../Panel.module.css';

interface ComputedInputProps {
  stepId: string;
  field: Field;
  onSet: (patch: FieldPatch) => void;
}

/** A field that is computed, not typed: its expression, and what that gives for the examples of the script. */
export function ComputedInput({ stepId, field, onSet }: ComputedInputProps) {
  const t = useMessages(editorMessages);
  const tp = useMessages(panelMessages);
  const script = useScript();
  const readOnly = useReadOnly();
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  if (field.computed === undefined && !asked) {
    return (
      <button type="button" className={styles.textButton} disabled={readOnly} onClick={() => setAsked(true)}>
        {t('fields.compute')}
      </button>
    );
  }
  const expression = (typed ?? field.computed ?? '').trim();
  const knows = (key: string) => operandsOf(script).some((operand) => operand.key === key);
  const wrong = expression === '' ? null : wrongIn(expression, knows, field.key);
  const stop = () => {
    setAsked(false);
    setTyped(null);
    onSet({ computed: null });
  };
  return (
    <div className={styles.condition}>
      <ExpressionInput
        value={field.computed ?? ''}
        label={t('fields.computedOf', { field: field.label || field.key })}
        place={{ stepId, field: `computed:${field.id}` }}
        placeholder={tp('computeHint')}
        wrong={wrong}
        text={expression}
        onType={setTyped}
        onCommit={(text) => onSet({ computed: text === '' ? null : text })}
      />
      {wrong === null && expression !== '' && <Result expression={expression} field={field} />}
      {expression === '' && <p className={styles.hint}>{t('fields.computedEmpty')}</p>}
      <button type="button" className={styles.textButton} disabled={readOnly} onClick={stop}>
        {tp('notComputed')}
      </button>
    </div>
  );
}

/** What an expression gives for the sample values, and of which. */
function Result({ expression, field }: { expression: string; field: Field }) {
  const t = useMessages(editorMessages);
  const script = useScript();
  const around = useSurroundings();
  const compiled = compileCondition(expression);
  const values = sampleValues(script, around);
  const labels = keyLabelsOf(script);
  const inputs = (compiled.ok ? compiled.keys : []).map(
    (key) => `${labels[key]?.label ?? key} = ${valueText(values[key]) || '—'}`,
  );
  const { value, failure } = evaluate(expression, values, around);
  const shown = ['bigint', 'number', 'boolean', 'string'].includes(typeof value);
  const text = failure === null && shown ? String(value) : '';
  return (
    <output className={styles.result} aria-label={t('fields.resultOf', { field: field.label || field.key })}>
      {inputs.length > 0 && <span>{inputs.join('・')}</span>}
      <strong>{t('fields.result', { value: text === '' ? t('fields.noValue') : text })}</strong>
    </output>
  );
}
