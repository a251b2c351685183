import type { RefObject } from 'react';
import { currentStep } from '@daihon/shared/script/walk/state';
import { useMessages } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { copyText } from '../end/copyText.ts';
import { useOutcomeText } from '../end/useOutcomeText.ts';
import { focusField } from '../../../script/fields/controlId.ts';
import { runCommand } from '../../../script/keys/runCommand.ts';
import type { CommandHandlers } from '../../../script/keys/runCommand.ts';
import { useCallKeys } from '../../../script/keys/useCallKeys.ts';
import { loadSummary } from './lateParts.tsx';
import { runMessages } from '../messages.ts';
import type { SheetName } from '../sheets/OpenSheet.tsx';
import { useCall } from './callContext.ts';
import type { WalkActions } from '../../../script/walk/useWalkActions.ts';

interface Screen {
  memo: RefObject<HTMLTextAreaElement | null>;
  openMemo: () => void;
  /** Its keys are not the call's, also while it is still being brought. */
  sheetOpen: boolean;
  openSheet: (name: SheetName) => void;
  onNextCall: () => void;
}

const restMs = 600;

/** Ties the keys to the screen; gives what buttons share with them. */
export function useCommands(actions: WalkActions, screen: Screen): { copy: () => void } {
  const t = useMessages(runMessages);
  const { store, view } = useCall();
  const outcomeText = useOutcomeText();
  const { walk } = view;
  const running: CommandHandlers = {
    choose: actions.chooseNumber,
    next: actions.next,
    back: actions.back,
    return: actions.goBackOut,
    search: () => screen.openSheet('search'),
    interrupts: () => screen.openSheet('interrupts'),
    help: () => screen.openSheet('keys'),
    memo: () => (screen.memo.current === null ? screen.openMemo() : screen.memo.current.focus()),
    field: () => {
      const first = currentStep(walk)?.fields.find(({ computed }) => computed === undefined);
      if (first !== undefined) focusField(first.id);
    },
    leaveField: () => document.querySelector<HTMLElement>('[data-step-body]')?.focus(),
    acceptUpdate: () => store.acceptUpdate(),
    acknowledge: () => {
      store.acknowledge();
      store.dismissNews();
    },
    copy,
  };
  useCallKeys((command) => {
    if (screen.sheetOpen) return;
    if (walk.ended === null) runCommand(command, running);
    else if (command.kind === 'next') nextCall(walk.ended.at);
    else if (command.kind === 'copy') copy();
    else if (command.kind === 'help') screen.openSheet('keys');
  });
  return { copy };

  /** The Enter that ended the call is often pressed twice: the summary must not be gone before it was seen. */
  function nextCall(endedAt: string): void {
    if (Date.now() - Date.parse(endedAt) > restMs) screen.onNextCall();
  }

  async function copySummary(): Promise<boolean> {
    const { callSummary } = await loadSummary();
    return copyText(callSummary(walk, view.record, outcomeText));
  }

  function copy(): void {
    void copySummary()
      .catch(() => false)
      .then((done) => {
        if (done) toast.success(t('end.copied'));
        else toast.warning(t('end.copyFailed'));
      });
  }
}
