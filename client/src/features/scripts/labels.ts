import type { TagTone } from '../../ui/Tag.tsx';

/** The built-in labels (SPEC 12) as they are stored; others are a tenant's own words. */
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

export function isBuiltIn(label: string): label is BuiltInLabel {
  return (builtInLabels as readonly string[]).includes(label);
}

export function toneOf(label: string): TagTone {
  return isBuiltIn(label) ? tones[label] : 'neutral';
}

export function messageOf(label: BuiltInLabel): (typeof keys)[BuiltInLabel] {
  return keys[label];
}
