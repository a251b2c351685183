import { Button } from '@mantine/core';
import { useState } from 'react';
import { useEnded } from '../session/context.ts';

interface SureButtonProps {
  text: string;
  /** What it says when it was pressed once. */
  sure: string;
  label?: string;
  onSure: () => void;
}

/** Deletes for good at the second press; leaving it takes the first one back. Works in a full draft: it makes room. */
export function SureButton({ text, sure, label, onSure }: SureButtonProps) {
  const ended = useEnded();
  const [asked, setAsked] = useState(false);
  return (
    <Button
      variant={asked ? 'filled' : 'subtle'}
      color="red"
      size="compact-sm"
      disabled={ended}
      aria-label={asked ? undefined : label}
      onBlur={() => setAsked(false)}
      onClick={() => {
        setAsked(!asked);
        if (asked) onSure();
      }}
    >
      {asked ? sure : text}
    </Button>
  );
}
