import { lateView } from '../late/lateParts.ts';
import { useView } from '../session/context.ts';

const OpenFind = lateView(() => import('./OpenFind.tsx'));

/** Search in this script: what is found in a list, marked on map, outline and in the open step. */
export function FindPanel() {
  const finding = useView((view) => view.finding);
  return finding === null ? null : <OpenFind at={finding.at} />;
}
