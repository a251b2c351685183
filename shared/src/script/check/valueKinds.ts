import { isKey } from '../keys.ts';
import type { FieldType, PlaceholderType, Script } from '../schema.ts';

/** What a value is to rules, as far as it can be known beforehand. */
export type ValueKind = 'text' | 'number' | 'date' | 'time' | 'list';

export function kindOfPlaceholder(type: PlaceholderType): ValueKind {
  if (type === 'number' || type === 'amount') return 'number';
  return type === 'date' || type === 'time' ? type : 'text';
}

/** A tick box of its own is a yes or no, said as text; with options it is a list of those that are ticked. */
export function kindOfField(type: FieldType, hasOptions: boolean): ValueKind {
  if (type === 'checkbox' || type === 'readback') return hasOptions ? 'list' : 'text';
  return type === 'number' || type === 'date' || type === 'time' ? type : 'text';
}

/** The kind of an expression that is a key and nothing else; null when only running it would tell. */
export function kindOfExpression(expression: string, script: Script): ValueKind | null {
  const key = expression.trim();
  if (!isKey(key)) return null;
  const field = script.steps.flatMap((step) => step.fields).find((each) => each.key === key);
  if (field !== undefined) return kindOfField(field.type, field.options !== undefined);
  const placeholder = script.placeholders.find((each) => each.key === key);
  return placeholder === undefined ? null : kindOfPlaceholder(placeholder.type);
}

/** Whether a value of one kind can stand where another is wanted: as text everything but a list can. */
export function fits(from: ValueKind, to: ValueKind): boolean {
  return from === to || (to === 'text' && from !== 'list');
}
