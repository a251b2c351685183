import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown } from '@tabler/icons-react';
import { useMessages } from '../../app/i18n.ts';
import { restorable } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { versionsMessages } from './messages.ts';

/** Against the draft there is one version to bring back; between two versions the person says which. */
export function RestoreMenu({
  comparison,
  onRestore,
}: {
  comparison: Comparison;
  onRestore: (number: number) => void;
}) {
  const t = useMessages(versionsMessages);
  const [first, second] = restorable(comparison);
  const icon = <IconArrowBackUp size="1rem" aria-hidden />;
  if (first === undefined) return null;
  if (second === undefined) {
    return (
      <Button variant="light" leftSection={icon} onClick={() => onRestore(first)}>
        {t('restore.whole', { number: first })}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="light"
          leftSection={icon}
          rightSection={<IconChevronDown size="0.875rem" aria-hidden />}
        >
          {t('restore.choose')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onRestore(first)}>{t('restore.from', { number: first })}</Menu.Item>
        <Menu.Item onClick={() => onRestore(second)}>{t('restore.to', { number: second })}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
