import { builtInOf, isBuiltIn, labelClass, labelColour } from '@daihon/shared/labels';
import type { BuiltInLabel } from '@daihon/shared/labels';
import { useMessages } from '../../../app/i18n.ts';
import { ColourTag } from '../../../ui/ColourTag.tsx';
import { usePolicy } from '../../../wire/policy.ts';
import { labelMessages } from './messages.ts';

const keys = {
  公開: 'names.public',
  社内: 'names.internal',
  秘: 'names.secret',
  個人情報含む: 'names.personal',
} as const satisfies Record<BuiltInLabel, string>;

export function LabelTag({ label }: { label: string }) {
  const own = usePolicy()?.labels ?? [];
  return (
    <ColourTag colour={labelColour(label, own)} kind={labelClass(label, own)}>
      {useLabelText()(label)}
    </ColourTag>
  );
}

/** Built-in labels are translated, a tenant's own are its own words. */
export function useLabelText(): (label: string) => string {
  const t = useMessages(labelMessages);
  return (stored) => {
    const label = builtInOf(stored);
    return isBuiltIn(label) ? t(keys[label]) : label;
  };
}
