import { Menu } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { Link } from 'react-router';
import { can } from '@daihon/shared/access';
import type { VersionSummary } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import { useSession } from '../../wire/session.ts';
import { versionsMessages } from './messages.ts';

/** To who has received, opened and acknowledged a version; for those who may know. */
export function ReceiptsItem({ version: { scriptId, seq } }: { version: VersionSummary }) {
  const t = useMessages(versionsMessages);
  const account = useSession();
  if (seq === null || !can(account, 'receipt.read')) return null;
  return (
    <Menu.Item
      component={Link}
      to={`/scripts/${encodeURIComponent(scriptId)}/receipts?seq=${seq}`}
      leftSection={<IconChecklist size="1rem" aria-hidden />}
    >
      {t('receipts')}
    </Menu.Item>
  );
}
