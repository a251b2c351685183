import type { Finding } from '../version.ts';
import { checkConditions } from './check/conditions.ts';
import type { CheckContext } from './check/context.ts';
import { checkGraph } from './check/graph.ts';
import { checkJumps } from './check/jumps.ts';
import { checkPages } from './check/pages.ts';
import { checkParts } from './check/parts.ts';
import { checkTexts } from './check/texts.ts';
import type { Script } from './schema.ts';
import { checkWording } from './wording/checkWording.ts';

/**
 * All findings of a script (SPEC 8): errors block publishing, warnings do not. Pure, the same on the editor's screen and at
 * publishing. Errors first, each kind in the order of the steps.
 */
export function check(script: Script, context: CheckContext = {}): Finding[] {
  const keys = new Set([
    ...script.placeholders.map(({ key }) => key),
    ...script.steps.flatMap((step) => step.fields.map(({ key }) => key)),
  ]);
  const findings = [
    ...checkGraph(script),
    ...checkTexts(script, keys),
    ...checkConditions(script, keys),
    ...checkParts(script, context),
    ...checkJumps(script, context, keys),
    ...checkPages(script, context, keys),
    ...(context.wording === undefined ? [] : checkWording(script, context.wording)),
  ];
  const place = new Map(script.steps.map(({ id }, index) => [id, index]));
  const rank = ({ severity, stepId }: Finding): number =>
    (severity === 'error' ? 0 : script.steps.length + 1) +
    (stepId === null ? 0 : (place.get(stepId) ?? 0) + 1);
  return findings.sort((a, b) => rank(a) - rank(b));
}

/** Whether findings stand against publishing. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
