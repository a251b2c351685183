import type { Script, Step } from '../schema.ts';
import type { Finding } from '../../version.ts';
import { findingMessages, sentence } from '../findingMessages.ts';
import type { FindingCode } from '../findingMessages.ts';

/** A finding by its code; severity and English message come from the table. `values` fill the sentence. */
export function finding(
  code: FindingCode,
  pointer: string,
  stepId: string | null,
  values: Record<string, string> = {},
): Finding {
  const { severity } = findingMessages[code];
  return { code, severity, stepId, message: sentence(code, values, 'en'), pointer, values };
}

/** A step with its place in the document. */
export interface Placed {
  step: Step;
  pointer: string;
}

export function placedSteps(script: Script): Placed[] {
  return script.steps.map((step, index) => ({ step, pointer: `/steps/${index}` }));
}

/** What a step is called in a message: its title, otherwise its id. */
export function nameOf(step: Step): string {
  return step.title.trim() === '' ? step.id : step.title;
}
