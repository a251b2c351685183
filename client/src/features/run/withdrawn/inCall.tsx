import { latePart } from '../../../ui/latePart.tsx';
import { useCall } from '../call/callContext.ts';
import type { SeldomProps } from './Seldom.tsx';

const seldom = latePart<SeldomProps>(() => import('./Seldom.tsx'));

/** What a call seldom needs: it comes only then. */
export const Seldom = seldom.View;

/** In the call whose script, or a part of it, was withdrawn. */
export function Withdrawn() {
  const items = useCall().view.record.withdrawn ?? [];
  return items.length > 0 && <Seldom items={items} />;
}
