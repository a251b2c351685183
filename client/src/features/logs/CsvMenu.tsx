import { useMessages } from '../../app/i18n.ts';
import { usePreferences } from '../../app/preferences.ts';
import { DownloadMenu } from '../../ui/DownloadMenu.tsx';
import type { LogAsk } from './logFilter.ts';
import { logsMessages } from './messages.ts';
import { csvPath } from './useLog.ts';

/** The same filter as the page, all of it, streamed by the server as a file. */
export function CsvMenu({ ask, askedAt }: { ask: LogAsk; askedAt: Date }) {
  const t = useMessages(logsMessages);
  const { language } = usePreferences();
  return (
    <DownloadMenu
      label={t('csv')}
      hint={t('csvHint')}
      files={[
        { name: t('csvUtf8'), path: csvPath(ask, askedAt, 'utf-8', language) },
        { name: t('csvSjis'), path: csvPath(ask, askedAt, 'sjis', language) },
      ]}
    />
  );
}
