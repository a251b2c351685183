import type { Jump, Script, Step } from '@daihon/shared/script/schema';
import { useMessages } from '../../../../app/i18n.ts';
import { useEditor } from '../../session/context.ts';
import { panelMessages } from '../messages.ts';
import styles from '../Panel.module.css';
import { JumpSource } from './JumpSource.tsx';
import { Orphans } from './Orphans.tsx';

interface JumpInputsProps {
  step: Step;
  jump: Jump;
  part: Script;
}

/** What the part declares as handed in, each with what this script hands it. */
export function JumpInputs({ step, jump, part }: JumpInputsProps) {
  const tp = useMessages(panelMessages);
  const { actions } = useEditor();
  const declared = part.placeholders.filter(({ input }) => input === true);
  const inputs = jump.inputs ?? [];
  const set = (key: string, from: string | null) => {
    const rest = inputs.filter((input) => input.key !== key);
    actions.set(step.id, { jump: { ...jump, inputs: from === null ? rest : [...rest, { key, from }] } });
  };
  return (
    <section aria-label={tp('jump.inputs')}>
      <h4 className={styles.subtitle}>{tp('jump.inputs')}</h4>
      {declared.length === 0 && <p className={styles.hint}>{tp('jump.noInputs')}</p>}
      <ul className={styles.items}>
        {declared.map(({ key, label }) => (
          <li key={key} className={styles.pair}>
            <span>{label === '' ? key : label}</span>
            <JumpSource
              stepId={step.id}
              name={key}
              label={label === '' ? key : label}
              from={inputs.find((input) => input.key === key)?.from ?? null}
              onSet={(from) => set(key, from)}
            />
          </li>
        ))}
      </ul>
      <Orphans
        keys={inputs.map(({ key }) => key).filter((key) => !declared.some((each) => each.key === key))}
        onRemove={(key) => set(key, null)}
      />
    </section>
  );
}
