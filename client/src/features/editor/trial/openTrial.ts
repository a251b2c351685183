import type { Editor } from '../session/context.ts';

/** «このステップから試す» */
export function openTrialFrom({ view }: Pick<Editor, 'view'>, stepId: string): void {
  view.set({ trial: true, pane: 'trial', trialFrom: stepId });
}
