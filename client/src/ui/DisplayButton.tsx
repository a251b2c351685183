import { ActionIcon } from '@mantine/core';
import type { ActionIconProps, ElementProps } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useMessages } from '../app/i18n.ts';
import { uiMessages } from './messages.ts';

interface Props extends ActionIconProps, ElementProps<'button', keyof ActionIconProps> {}

export function DisplayButton(props: Props) {
  const t = useMessages(uiMessages);
  return (
    <ActionIcon aria-label={t('display')} aria-haspopup="dialog" {...props}>
      <IconAdjustmentsHorizontal size="1.25rem" stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}
