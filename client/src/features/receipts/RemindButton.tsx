import { Button, Tooltip } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import type { Roster } from '@daihon/shared/receipts';
import { useMessages } from '../../app/i18n.ts';
import { formatClock } from '../../ui/formatTime.ts';
import { problemText } from '../../ui/problemText.ts';
import { toast } from '../../ui/toasts.ts';
import { receiptsMessages } from './messages.ts';
import { useRemind } from './useRoster.ts';

/** Asks those who have not acknowledged, once in a while. */
export function RemindButton({ scriptId, roster }: { scriptId: string; roster: Roster }) {
  const t = useMessages(receiptsMessages);
  const remind = useRemind(scriptId);
  const { seq, counts, reminded, overtaken } = roster;
  if (roster.class === 'notice' || overtaken || counts.missing === 0) return null;
  const waits = reminded !== null && Date.parse(reminded.againAt) > Date.now();
  return (
    <Tooltip
      label={t('soon', { time: waits ? formatClock(reminded.againAt) : '' })}
      disabled={!waits}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        {...(waits ? { 'data-disabled': true } : {})}
        aria-disabled={waits}
        loading={remind.isPending}
        leftSection={<IconBellRinging size="1rem" aria-hidden />}
        onClick={() => {
          if (waits) return;
          remind.mutate(seq, {
            onSuccess: (sent) => toast.success(t('sent', { count: sent.reminded })),
            onError: (problem) => toast.error(t('failed', { reason: problemText(problem) })),
          });
        }}
      >
        {t('remind', { count: counts.missing })}
      </Button>
    </Tooltip>
  );
}
