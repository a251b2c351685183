import type { TagTone } from '../../ui/Tag.tsx';

/** The built-in labels (SPEC 12) as they are stored; others are a tenant's own words. English templates bring their English names. */
export const builtInLabels = ['公開', '社内', '秘', '個人情報含む'] as const;
type BuiltInLabel = (typeof builtInLabels)[number];

const tones: Record<BuiltInLabel, TagTone> = {
  公開: 'green',
  社内: 'blue',
  秘: 'red',
  個人情報含む: 'violet',
};
const keys = {
  公開: 'label.public',
  社内: 'label.internal',
  秘: 'label.secret',
  個人情報含む: 'label.personal',
} as const;

const english: Record<string, BuiltInLabel> = {
  Public: '公開',
  Internal: '社内',
  Secret: '秘',
  Confidential: '秘',
  'Contains personal data': '個人情報含む',
};

/** The built-in label that a stored one stands for, or itself. */
export function builtInOf(label: string): string {
  return english[label] ?? label;
}

export function isBuiltIn(label: string): label is BuiltInLabel {
  return (builtInLabels as readonly string[]).includes(label);
}

export function toneOf(label: string): TagTone {
  return isBuiltIn(label) ? tones[label] : 'neutral';
}

export function messageOf(label: BuiltInLabel): (typeof keys)[BuiltInLabel] {
  return keys[label];
}
