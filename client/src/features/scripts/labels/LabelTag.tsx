import { labelClass, labelColour } from '@daihon/shared/labels';
import { useLabelText } from '../../../script/labelText.ts';
import { ColourTag } from '../../../ui/ColourTag.tsx';
import { usePolicy } from '../../../wire/policy.ts';

export function LabelTag({ label }: { label: string }) {
  const own = usePolicy()?.labels ?? [];
  return (
    <ColourTag colour={labelColour(label, own)} kind={labelClass(label, own)}>
      {useLabelText()(label)}
    </ColourTag>
  );
}
