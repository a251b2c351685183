import { Select } from '@mantine/core';
import type { Jump, Script, Step } from '@daihon/shared/script/schema';
import { useMessages } from '../../../../app/i18n.ts';
import { operandsOf } from '../../rules/operands.ts';
import { useEditor, useReadOnly, useScriptPart } from '../../session/context.ts';
import { panelMessages } from '../messages.ts';
import styles from '../Panel.module.css';
import { Orphans } from './Orphans.tsx';

interface JumpOutputsProps {
  step: Step;
  jump: Jump;
  part: Script;
}

/** What the part declares as handed back, each with the field of this script that takes it. */
export function JumpOutputs({ step, jump, part }: JumpOutputsProps) {
  const tp = useMessages(panelMessages);
  const { actions } = useEditor();
  const readOnly = useReadOnly();
  const operands = useScriptPart(operandsOf);
  const declared = part.steps
    .flatMap(({ fields }) => fields)
    .filter(
      ({ output, key }, at, all) => output === true && all.findIndex((each) => each.key === key) === at,
    );
  const outputs = jump.outputs ?? [];
  const set = (key: string, to: string | null) => {
    const rest = outputs.filter((output) => output.key !== key);
    actions.set(step.id, { jump: { ...jump, outputs: to === null ? rest : [...rest, { key, to }] } });
  };
  const fields = operands.flatMap(({ key, label, origin }) =>
    origin === 'field' ? [{ value: key, label }] : [],
  );
  return (
    <section aria-label={tp('jump.outputs')}>
      <h4 className={styles.subtitle}>{tp('jump.outputs')}</h4>
      {declared.length === 0 && <p className={styles.hint}>{tp('jump.noOutputs')}</p>}
      <ul className={styles.items}>
        {declared.map(({ key, label }) => {
          const to = outputs.find((output) => output.key === key)?.to ?? null;
          const unknown = to !== null && !fields.some(({ value }) => value === to);
          return (
            <li key={key} className={styles.pair}>
              <span>{label === '' ? key : label}</span>
              <Select
                role="combobox"
                size="xs"
                aria-label={tp('jump.outputOf', { label: label === '' ? key : label })}
                placeholder={tp('jump.notTaken')}
                data={unknown ? [...fields, { value: to, label: to }] : fields}
                value={to}
                error={unknown}
                searchable
                clearable
                disabled={readOnly}
                onChange={(next) => set(key, next)}
              />
            </li>
          );
        })}
      </ul>
      <Orphans
        keys={outputs.map(({ key }) => key).filter((key) => !declared.some((each) => each.key === key))}
        onRemove={(key) => set(key, null)}
      />
    </section>
  );
}
