import * as Y from 'yjs';
import { contentOf } from '../contentText.ts';
import type { Content } from '../content.ts';
import { stepRoles } from '../kinds.ts';
import type { Choice, Field, Gate, Group, Interrupt, Placeholder, Step } from '../schema.ts';
import { writeContent } from './contentWrite.ts';
import { mapAt } from './layout.ts';
import type { DraftMap } from './layout.ts';

/** Sets what differs and nothing else: an equal value written again would undo a colleague's change of it. Undefined removes. */
export function setValues(map: DraftMap, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    const present = map.get(name);
    if (value === undefined) {
      if (map.has(name)) map.delete(name);
    } else if (JSON.stringify(present ?? null) !== JSON.stringify(value)) {
      // A copy: Yjs takes plain objects only, and keeps them.
      map.set(name, structuredClone(value));
    }
  }
}

/** The map under `id`, made when there is none. */
export function ensureMap(parent: DraftMap, id: string): DraftMap {
  return mapAt(parent, id) ?? parent.set(id, new Y.Map<unknown>());
}

/** Brings the three texts of a step to what is given; a missing fragment is made, with an empty text to type in. */
export function setContents(
  step: DraftMap,
  contents: Partial<Record<'say' | 'do' | 'caution', Content>>,
): void {
  for (const role of stepRoles) {
    const present = step.get(role);
    const content = contents[role] ?? (present instanceof Y.XmlFragment ? null : contentOf(''));
    if (content === null) continue;
    const fragment = present instanceof Y.XmlFragment ? present : step.set(role, new Y.XmlFragment());
    writeContent(fragment, content);
  }
}

export function stepValues(step: Step): Record<string, unknown> {
  const { kind, title, group, mustRead, hold, jump, page, outcome } = step;
  return { kind, title, group, mustRead, hold, jump, page, outcome };
}

export function choiceValues({ label, to, when }: Choice): Record<string, unknown> {
  return { label, to, when };
}

export function gateValues({ label }: Gate): Record<string, unknown> {
  return { label };
}

export function fieldValues(field: Field): Record<string, unknown> {
  const { key, label, type, required, personal, mask, options, min, max, computed, output } = field;
  return { key, label, type, required, personal, mask, options, min, max, computed, output };
}

export function groupValues({ title, colour }: Group): Record<string, unknown> {
  return { title, colour };
}

export function interruptValues({ label, to }: Interrupt): Record<string, unknown> {
  return { label, to };
}

export function placeholderValues(placeholder: Placeholder): Record<string, unknown> {
  const { label, type, example, fallback, input } = placeholder;
  return { label, type, example, fallback, input };
}
