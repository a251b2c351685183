import type { Script } from '@daihon/shared/script/schema';

/** Members of an input field that have an input of their own in the panel. */
const fieldMembers: ReadonlySet<string> = new Set(['key', 'min', 'max', 'computed']);

/** The field of the step panel that a finding's JSON pointer means; null: the step as a whole. */
export function fieldAt(script: Script, pointer: string): string | null {
  const [, root, index, part, item, member] = pointer.split('/');
  const step = root === 'steps' ? script.steps[Number(index)] : undefined;
  if (step === undefined || part === undefined) return null;
  if (part === 'choices') {
    const id = step.choices[Number(item)]?.id;
    return id === undefined ? null : `${member === 'when' ? 'when' : 'choice'}:${id}`;
  }
  if (part === 'fields') {
    const id = step.fields[Number(item)]?.id;
    return id === undefined ? null : `${fieldMembers.has(member ?? '') ? member : 'field'}:${id}`;
  }
  if (part === 'gates') {
    const id = step.gates[Number(item)]?.id;
    return id === undefined ? null : `gate:${id}`;
  }
  return part;
}
