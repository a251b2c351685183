// Apart from the schemas that are built from them: pages that only read scripts need no schema library.

export const stepKinds = ['talk', 'question', 'form', 'condition', 'jump', 'end'] as const;

export const placeholderTypes = ['text', 'number', 'amount', 'date', 'time', 'tel'] as const;

export const fieldTypes = [
  'text',
  'longtext',
  'number',
  'tel',
  'date',
  'time',
  'kana',
  'postcode',
  'select',
  'radio',
  'checkbox',
  'readback',
] as const;

/** How much of a field is hidden where it is not being typed: all of it, or all but its end. */
export const maskKinds = ['all', 'last4'] as const;

/** The texts of a step, in the order in which they are shown. */
export const stepRoles = ['say', 'do', 'caution'] as const;

/** The name out of a list that a value is; null when it is none of them. */
export function oneOf<T extends string>(names: readonly T[], value: unknown): T | null {
  return names.find((name) => name === value) ?? null;
}
