import { IconX } from '@tabler/icons-react';
import { PlainButton } from './PlainButton.tsx';

export function CloseX({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <PlainButton look="quiet" aria-label={label} onClick={onClick}>
      <IconX size="1.125rem" aria-hidden />
    </PlainButton>
  );
}
