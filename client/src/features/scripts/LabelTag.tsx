import { useMessages } from '../../app/i18n.ts';
import { Tag } from '../../ui/Tag.tsx';
import { builtInOf, isBuiltIn, messageOf, toneOf } from './labels.ts';
import { scriptsMessages } from './messages.ts';

export function LabelTag({ label }: { label: string }) {
  return <Tag tone={toneOf(builtInOf(label))}>{useLabelText()(label)}</Tag>;
}

/** Built-in labels are translated, a tenant's own are its own words. */
export function useLabelText(): (label: string) => string {
  const t = useMessages(scriptsMessages);
  return (stored) => {
    const label = builtInOf(stored);
    return isBuiltIn(label) ? t(messageOf(label)) : label;
  };
}
