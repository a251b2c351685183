import { IconCopy } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PlainButton } from '../frame/PlainButton.tsx';
import type { Withdrawal } from '../save/record.ts';
import { withdrawnMessages } from './messages.ts';
import { NotOut } from './NotOut.tsx';
import { Withdrawn } from './Withdrawn.tsx';

export type SeldomProps =
  { items: readonly Withdrawal[] } | { scriptId: string } | { onTakeBack: () => void };

/** What a call seldom needs, in one piece: withdrawn words, a script that is not out, a call that another tab has. */
export default function Seldom(props: SeldomProps) {
  const t = useMessages(withdrawnMessages);
  if ('items' in props) return <Withdrawn items={props.items} />;
  if ('scriptId' in props) return <NotOut scriptId={props.scriptId} />;
  return (
    <EmptyState icon={IconCopy} title={t('lost')} body={t('lostBody')}>
      <PlainButton look="filled" onClick={props.onTakeBack}>
        {t('takeBack')}
      </PlainButton>
    </EmptyState>
  );
}
