import { useState } from 'react';
import {
  choose,
  back,
  end,
  enterCalled,
  goTo,
  leaveCalled,
  returnFromInterrupt,
  setField,
  tickGate,
} from '@daihon/shared/script/walk';
import { gatesInWay } from '@daihon/shared/script/walk/gates';
import type { GateInWay } from '@daihon/shared/script/walk/gates';
import { canGoOn, offeredChoices } from '@daihon/shared/script/walk/offer';
import { currentStep } from '@daihon/shared/script/walk/state';
import { shownText } from '@daihon/shared/script/walk/values';
import { useMessages } from '../../app/i18n.ts';
import { toast } from '../../ui/toasts.ts';
import { focusField, showOption } from '../fields/controlId.ts';
import { walkMessages } from '../messages.ts';
import { useGateWords } from './useGateWords.ts';
import { useWalk } from './walkContext.ts';
import { nextStepOf, returnOf } from './nextStep.ts';

export interface Refusal {
  text: string;
  /** The gate in the way is on another step: a way there. */
  go: { label: string; run: () => void } | null;
}

export interface WalkActions {
  choose: (choiceId: string) => void;
  chooseNumber: (number: number) => void;
  next: () => void;
  back: () => void;
  /** Out of a side topic or a called script. */
  goBackOut: () => void;
  /** What stands against going on, said after somebody tried; null otherwise. */
  refusal: Refusal | null;
}

/** The moves of the screen. What the rules refuse is said, and the caret goes where it is to be done. */
export function useWalkActions(): WalkActions {
  const t = useMessages(walkMessages);
  const { walk, move, load } = useWalk();
  const [tried, setTried] = useState<{ here: string; inWay: GateInWay | null } | null>(null);
  const gateWords = useGateWords();
  const here = `${walk.path.length}/${walk.path.at(-1)?.stepId ?? ''}`;
  const against = canGoOn(walk);
  const refused = tried?.here === here && walk.ended === null;

  const take = (choiceId: string) => {
    if (move((now, at) => choose(now, choiceId, at))) return;
    const target = offeredChoices(walk).find(({ choice }) => choice.id === choiceId)?.choice.to ?? null;
    refuse(target === null || !against.ok ? null : gatesInWay(walk)(target));
  };
  const goBackOut = () => {
    const place = returnOf(walk);
    if (place !== null)
      move((now, at) => (place === 'interrupt' ? returnFromInterrupt(now, at) : leaveCalled(now, at)));
  };
  return {
    choose: take,
    chooseNumber: (number) => {
      const offer = offeredChoices(walk)[number - 1];
      if (offer?.offered === true) take(offer.choice.id);
    },
    next,
    back: () => void move(back),
    goBackOut,
    refusal: refused ? refusalOf(tried.inWay) : null,
  };

  function next(): void {
    const step = nextStepOf(walk);
    if (step.kind === 'tick') move((now, at) => tickGate(now, step.gateId, at));
    if (step.kind === 'readBack') {
      move((now) => setField(now, step.key, step.value));
      showOption(step.fieldId, step.done + 1);
    }
    if (step.kind === 'fix') refuse(null);
    if (step.kind === 'choose') take(step.choiceId);
    if (step.kind === 'call') void call(step.scriptId);
    if (step.kind === 'return' || step.kind === 'leave') goBackOutOf(step.kind);
    if (step.kind === 'end') move((now, at) => end(now, at));
  }

  function goBackOutOf(kind: 'return' | 'leave'): void {
    move((now, at) => (kind === 'return' ? returnFromInterrupt(now, at) : leaveCalled(now, at)));
  }

  function refuse(inWay: GateInWay | null): void {
    setTried({ here, inWay });
    const wrong = against.fields[0];
    if (wrong !== undefined) focusField(wrong.field.id);
  }

  async function call(scriptId: string): Promise<void> {
    const stepId = currentStep(walk)?.id;
    const called = await load(scriptId).catch(() => null);
    if (called === null) toast.warning(t('foot.enterFailed'));
    // The agent may have gone on while it was on its way.
    else move((now, at) => (currentStep(now)?.id === stepId ? enterCalled(now, called, at) : now));
  }

  function refusalOf(inWay: GateInWay | null): Refusal | null {
    if (inWay !== null) {
      const { step } = inWay;
      const run = () => void move((now, at) => goTo(now, step.id, at));
      return { text: gateWords(inWay), go: { label: t('foot.gateGo', { step: step.title }), run } };
    }
    if (against.ok) return null;
    const gates = against.gates.map(({ label }) =>
      label === '' ? t('step.gateRead') : shownText(walk, label),
    );
    const what = [...gates, ...against.fields.map(({ field }) => shownText(walk, field.label))];
    return { text: t('foot.first', { what }), go: null };
  }
}
