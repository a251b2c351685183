import { useMessages } from '../../app/i18n.ts';
import { usePreferences } from '../../app/preferences.ts';
import { DownloadMenu } from '../../ui/DownloadMenu.tsx';
import { receiptsMessages } from './messages.ts';

/** The roster of one release as a table, and what is kept of its delivery. */
export function ReceiptFiles({ scriptId, seq }: { scriptId: string; seq: number }) {
  const t = useMessages(receiptsMessages);
  const { language } = usePreferences();
  const base = `/api/scripts/${encodeURIComponent(scriptId)}`;
  const csv = `${base}/receipts.csv?seq=${seq}&lang=${language}`;
  return (
    <DownloadMenu
      label={t('file')}
      hint={t('fileHint')}
      files={[
        { name: t('csvUtf8'), path: csv },
        { name: t('csvSjis'), path: `${csv}&encoding=sjis` },
        { name: t('evidence'), path: `${base}/evidence?seq=${seq}` },
      ]}
    />
  );
}
