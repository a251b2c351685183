import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useMessages } from '../../app/i18n.ts';
import { usePreferences } from '../../app/preferences.ts';
import { receiptsMessages } from './messages.ts';

/** The roster of one release as a table, and what is kept of its delivery. */
export function ReceiptFiles({ scriptId, seq }: { scriptId: string; seq: number }) {
  const t = useMessages(receiptsMessages);
  const { language } = usePreferences();
  const base = `/api/scripts/${encodeURIComponent(scriptId)}`;
  const csv = `${base}/receipts.csv?seq=${seq}&lang=${language}`;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="0.875rem" aria-hidden />}
        >
          {t('file')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('fileHint')}</Menu.Label>
        <Menu.Item component="a" href={csv} download>
          {t('csvUtf8')}
        </Menu.Item>
        <Menu.Item component="a" href={`${csv}&encoding=sjis`} download>
          {t('csvSjis')}
        </Menu.Item>
        <Menu.Item component="a" href={`${base}/evidence?seq=${seq}`} download>
          {t('evidence')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
