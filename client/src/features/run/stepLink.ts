/** Lasting: the ids of steps are the same in every version. */
export function linkToStep({ scriptId, stepId }: { scriptId: string; stepId: string }): string {
  return `/run/${encodeURIComponent(scriptId)}?step=${encodeURIComponent(stepId)}`;
}
