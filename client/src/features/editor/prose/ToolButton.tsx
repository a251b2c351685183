import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface ToolButtonProps {
  label: string;
  icon: ReactNode;
  active?: boolean;
  /** Whether what the button opens is open. */
  expanded?: boolean;
  onPress: () => void;
}

export function ToolButton({ label, icon, active, expanded, onPress }: ToolButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size="sm"
        variant={active ? 'light' : 'subtle'}
        color={active ? 'teal' : 'gray'}
        aria-label={label}
        aria-pressed={active}
        aria-expanded={expanded}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
