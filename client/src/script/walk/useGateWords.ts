import type { GateInWay } from '@daihon/shared/script/walk/gates';
import { useMessages } from '../../app/i18n.ts';
import { walkMessages } from '../messages.ts';

/** Says which gate is in the way, with the step that it is on. */
export function useGateWords(): (inWay: GateInWay) => string {
  const t = useMessages(walkMessages);
  return ({ step, gates }) =>
    t('foot.gateFirst', {
      step: step.title,
      what: gates.map(({ label }) => (label === '' ? t('step.gateRead') : label)),
    });
}
