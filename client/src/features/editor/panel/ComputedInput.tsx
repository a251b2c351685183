import { valueText } from '@daihon/shared/script/callValues';
import { compileCondition, evaluate } from '@daihon/shared/script/conditions';
import { sampleValues } from '@daihon/shared/script/sampleValues';
import type { Field, Script } from '@daihon/shared/script/schema';
import type { FieldPatch } from '@daihon/shared/script/draft/editItems';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useReadOnly, useScript } from '../session/context.ts';
import { CommitInput } from './CommitInput.tsx';
import styles from './Panel.module.css';

interface ComputedInputProps {
  stepId: string;
  field: Field;
  onSet: (patch: FieldPatch) => void;
}

/** A field that is computed, not typed: its expression, and what that gives for the examples of the script. */
export function ComputedInput({ stepId, field, onSet }: ComputedInputProps) {
  const t = useMessages(editorMessages);
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
  const { problem, result } = tryOut(expression, field, script);
  const name = field.label || field.key;
  return (
    <div className={styles.condition}>
      <CommitInput
        className={styles.code}
        value={field.computed ?? ''}
        label={t('fields.computedOf', { field: name })}
        place={{ stepId, field: `computed:${field.id}` }}
        placeholder={t('fields.computedHint')}
        maxLength={2_000}
        invalid={problem !== null}
        onType={setTyped}
        onCommit={(text) => onSet({ computed: text.trim() === '' ? null : text.trim() })}
        onDone={() => setTyped(null)}
      />
      {problem !== null && (
        <span className={styles.error} role="alert">
          {t(`fields.computedProblem.${problem.name}`, problem.values)}
        </span>
      )}
      {result !== null && (
        <output className={styles.result} aria-label={t('fields.resultOf', { field: name })}>
          {result.inputs.length > 0 && <span>{result.inputs.join('・')}</span>}
          <strong>
            {t('fields.result', { value: result.value === '' ? t('fields.noValue') : result.value })}
          </strong>
        </output>
      )}
      {expression === '' && <p className={styles.hint}>{t('fields.computedEmpty')}</p>}
    </div>
  );
}

interface TriedOut {
  problem: { name: 'syntax' | 'unknown' | 'itself'; values: Record<string, string> } | null;
  result: { inputs: string[]; value: string } | null;
}

/** What is wrong with an expression, otherwise what it gives. */
function tryOut(expression: string, { key }: Field, script: Script): TriedOut {
  const wrong = (name: 'syntax' | 'unknown' | 'itself', values: Record<string, string>): TriedOut => ({
    problem: { name, values },
    result: null,
  });
  if (expression === '') return { problem: null, result: null };
  const compiled = compileCondition(expression);
  if (!compiled.ok) return wrong('syntax', { reason: compiled.error });
  const values = sampleValues(script);
  const unknown = compiled.keys.find((each) => !Object.hasOwn(values, each));
  if (unknown !== undefined) return wrong('unknown', { key: unknown });
  if (compiled.keys.includes(key)) return wrong('itself', {});
  const { value, failure } = evaluate(expression, values);
  const shown = typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';
  return {
    problem: null,
    result: {
      inputs: compiled.keys.map((each) => `${each} = ${valueText(values[each]) || '—'}`),
      value: failure === null && (shown || typeof value === 'string') ? String(value) : '',
    },
  };
}
