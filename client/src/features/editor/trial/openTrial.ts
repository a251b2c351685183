import type { Editor } from '../session/context.ts';
import { trialOf } from './trialStore.ts';

/** «このステップから試す» */
export function openTrialFrom({ session, view }: Pick<Editor, 'session' | 'view'>, stepId: string): void {
  trialOf(session).restart(stepId);
  view.set({ trial: true, pane: 'trial' });
}
