import { currentStep } from '@daihon/shared/script/walk/state';
import type { RefObject } from 'react';
import { focusField } from '../../../script/fields/controlId.ts';
import { runCommand } from '../../../script/keys/runCommand.ts';
import { useCallKeys } from '../../../script/keys/useCallKeys.ts';
import type { WalkActions } from '../../../script/walk/useWalkActions.ts';
import { useEditor } from '../session/context.ts';
import { useTrial } from './useTrial.ts';

/** The agent's keys (1–9, Enter, Backspace …) while the focus is in the trial run; what a trial has no use for does nothing. */
export function useTrialKeys(actions: WalkActions, frame: RefObject<HTMLElement | null>): void {
  const { view } = useEditor();
  const { state } = useTrial();
  const body = () => frame.current?.querySelector<HTMLElement>('[data-step-body]');
  const nothing = () => undefined;
  useCallKeys(
    (command) =>
      runCommand(command, {
        choose: actions.chooseNumber,
        next: actions.next,
        back: actions.back,
        return: actions.goBackOut,
        interrupts: () =>
          frame.current?.querySelector<HTMLElement>('[data-trial-interrupts] button')?.click(),
        field: () => {
          const first = currentStep(state.walk)?.fields.find(({ computed }) => computed === undefined);
          if (first !== undefined) focusField(first.id);
        },
        leaveField: () => body()?.focus(),
        help: () => view.set({ dialog: 'keys' }),
        search: nothing,
        memo: nothing,
        acceptUpdate: nothing,
        acknowledge: nothing,
        copy: nothing,
      }),
    frame,
  );
}
