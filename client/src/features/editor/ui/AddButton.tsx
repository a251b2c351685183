import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useReadOnly } from '../session/context.ts';

interface AddButtonProps {
  children: ReactNode;
  onClick: () => void;
  /** For a list inside of an item of another. */
  inner?: boolean;
  icon?: typeof IconPlus;
  ref?: Ref<HTMLButtonElement>;
}

/** Below a list: one more of it. */
export function AddButton({ children, onClick, inner = false, icon: Icon = IconPlus, ref }: AddButtonProps) {
  const readOnly = useReadOnly();
  return (
    <Button
      ref={ref}
      variant="subtle"
      size={inner ? 'compact-xs' : 'compact-sm'}
      leftSection={<Icon size={inner ? '0.75rem' : '0.875rem'} aria-hidden />}
      disabled={readOnly}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
