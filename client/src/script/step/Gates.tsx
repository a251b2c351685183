import { IconCheck } from '@tabler/icons-react';
import type { Gate, Step } from '@daihon/shared/script/schema';
import { tickGate, untickGate } from '@daihon/shared/script/walk';
import { gatesOf } from '@daihon/shared/script/walk/offer';
import { shownText } from '@daihon/shared/script/walk/values';
import { useMessages } from '../../app/i18n.ts';
import { formatClock } from '../../ui/formatTime.ts';
import { useWalk } from '../walk/walkContext.ts';
import { walkMessages } from '../messages.ts';
import styles from './Gates.module.css';

/** What must be confirmed before the call may go on, as large ticks with the time of each. */
export function Gates({ step }: { step: Step }) {
  const t = useMessages(walkMessages);
  const { walk, move } = useWalk();
  const gates = gatesOf(step);
  if (gates.length === 0) return null;
  const ticked = new Map((walk.path.at(-1)?.gates ?? []).map(({ gateId, at }) => [gateId, at]));
  const next = gates.find(({ id }) => !ticked.has(id));
  return (
    <fieldset className={styles.gates} disabled={walk.ended !== null}>
      <legend className="visually-hidden">{t('step.gates')}</legend>
      {gates.map((gate) => (
        <GateRow
          key={gate.id}
          gate={gate}
          at={ticked.get(gate.id) ?? null}
          next={gate === next}
          onChange={(on) =>
            move((now, at) => (on ? tickGate(now, gate.id, at) : untickGate(now, gate.id, at)))
          }
        />
      ))}
    </fieldset>
  );
}

interface RowProps {
  gate: Gate;
  at: string | null;
  next: boolean;
  onChange: (on: boolean) => void;
}

function GateRow({ gate, at, next, onChange }: RowProps) {
  const t = useMessages(walkMessages);
  const { walk } = useWalk();
  return (
    <label className={styles.gate} data-ticked={at !== null || undefined}>
      <input
        type="checkbox"
        checked={at !== null}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={styles.box} aria-hidden>
        {at !== null && <IconCheck size="1rem" stroke={3} />}
      </span>
      <span className={styles.text}>
        {gate.label === '' ? t('step.gateRead') : shownText(walk, gate.label)}
      </span>
      {at !== null && <span className={styles.time}>{t('step.gateAt', { time: formatClock(at) })}</span>}
      {next && (
        <kbd className={styles.key} aria-hidden>
          Enter
        </kbd>
      )}
    </label>
  );
}
