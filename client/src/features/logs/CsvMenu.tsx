import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useMessages } from '../../app/i18n.ts';
import { usePreferences } from '../../app/preferences.ts';
import type { LogAsk } from './logFilter.ts';
import { logsMessages } from './messages.ts';
import { csvPath } from './useLog.ts';

/** The same filter as the page, all of it, streamed by the server as a file. */
export function CsvMenu({ ask, askedAt }: { ask: LogAsk; askedAt: Date }) {
  const t = useMessages(logsMessages);
  const { language } = usePreferences();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="0.875rem" aria-hidden />}
        >
          {t('csv')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('csvHint')}</Menu.Label>
        <Menu.Item component="a" href={csvPath(ask, askedAt, 'utf-8', language)} download>
          {t('csvUtf8')}
        </Menu.Item>
        <Menu.Item component="a" href={csvPath(ask, askedAt, 'sjis', language)} download>
          {t('csvSjis')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
