import { Button, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import { useFindings } from './useFindings.ts';

/** How many findings there are; opens their list. */
export function ChecksButton({ narrow }: { narrow: boolean }) {
  const t = useMessages(editorMessages);
  const { view } = useEditor();
  const { all, errors, warnings } = useFindings();
  const colour = errors.length > 0 ? 'danger' : warnings.length > 0 ? 'warn' : 'ok';
  const Icon = all.length === 0 ? IconCircleCheck : IconAlertTriangle;
  const label = all.length === 0 ? t('checks.none') : t('checks.open', { count: all.length });
  return (
    <Tooltip label={t('checks.summary', { errors: errors.length, warnings: warnings.length })}>
      <Button
        variant="default"
        px="sm"
        aria-label={label}
        leftSection={<Icon size="1.0625rem" stroke={1.8} color={`var(--dh-${colour})`} aria-hidden />}
        onClick={() => view.set({ dialog: 'checks' })}
      >
        {narrow ? all.length : `${t('checks.title')} ${all.length}`}
      </Button>
    </Tooltip>
  );
}
