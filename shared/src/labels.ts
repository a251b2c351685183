import type { Label, LabelClass, LabelColour } from './settings.ts';

/** The labels that always exist (SPEC 12), as they are stored. */
export const builtInLabels = [
  { name: '公開', colour: 'green', class: 'public' },
  { name: '社内', colour: 'blue', class: 'internal' },
  { name: '秘', colour: 'red', class: 'secret' },
  { name: '個人情報含む', colour: 'grape', class: 'personal' },
] as const satisfies readonly Label[];
export type BuiltInLabel = (typeof builtInLabels)[number]['name'];

/** English templates bring their English names. */
const english: Readonly<Record<string, BuiltInLabel>> = {
  Public: '公開',
  Internal: '社内',
  Secret: '秘',
  Confidential: '秘',
  'Contains personal data': '個人情報含む',
};

/** The built-in label that a stored one stands for, or itself. */
export function builtInOf(label: string): string {
  return Object.hasOwn(english, label) ? (english[label] ?? label) : label;
}

export function isBuiltIn(label: string): label is BuiltInLabel {
  return builtInLabels.some(({ name }) => name === label);
}

/** Built-in ones first, then the tenant's own; a name that the tenant took from a built-in one is that one. */
export function labelCatalogue(own: readonly Label[]): Label[] {
  return [...builtInLabels, ...own.filter(({ name }) => !isBuiltIn(builtInOf(name)))];
}

/** What a label means for export and retention; null when it is only a name. `own`: the tenant's `settings.labels`. */
export function labelClass(label: string, own: readonly Label[]): LabelClass | null {
  return labelOf(label, own)?.class ?? null;
}

/** The colour of a label; one that is in no catalogue is grey. */
export function labelColour(label: string, own: readonly Label[]): LabelColour {
  return labelOf(label, own)?.colour ?? 'gray';
}

/** The classes that a script's labels give it. */
export function labelClasses(labels: readonly string[], own: readonly Label[]): Set<LabelClass> {
  return new Set(labels.flatMap((label) => labelClass(label, own) ?? []));
}

function labelOf(label: string, own: readonly Label[]): Label | undefined {
  const name = builtInOf(label);
  return labelCatalogue(own).find((each) => each.name === name);
}
