import { Button, Checkbox, Group, Modal, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { can } from '@daihon/shared/access';
import { labelClasses } from '@daihon/shared/labels';
import type { ExportFormat } from '@daihon/shared/wire/exchange';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../app/i18n.ts';
import { usePreferences } from '../app/preferences.ts';
import { uiMessages } from '../ui/messages.ts';
import { problemText } from '../ui/problemText.ts';
import { toast } from '../ui/toasts.ts';
import { api } from '../wire/http.ts';
import { usePolicy } from '../wire/policy.ts';
import { useSession } from '../wire/session.ts';
import styles from './ExportDialog.module.css';
import { exchangeMessages } from './messages.ts';
import { leavePrintAsk } from './printAsk.ts';
import { saveFile } from './saveFile.ts';

const formats = ['markdown', 'xlsx', 'csv', 'json', 'print'] as const satisfies readonly ExportFormat[];
type Format = (typeof formats)[number];

interface Props {
  script: Pick<ScriptSummary, 'id' | 'title' | 'labels' | 'publishedVersion'>;
  /** Offered besides: a version that is looked at. */
  version?: number;
  onClose: () => void;
}

/** A script as a file or on paper. What its labels ask for is asked here and refused by the server otherwise. */
export function ExportDialog({ script, version, onClose }: Props) {
  const t = useMessages(exchangeMessages);
  const ui = useMessages(uiMessages);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<strong>{t('exportTitle', { title: script.title })}</strong>}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <ExportForm script={script} {...(version === undefined ? {} : { version })} onClose={onClose} />
    </Modal>
  );
}

function ExportForm({ script, version, onClose }: Props) {
  const t = useMessages(exchangeMessages);
  const ui = useMessages(uiMessages);
  const { language } = usePreferences();
  const scopes = useScopes(script.publishedVersion, version ?? null);
  const classes = labelClasses(script.labels, usePolicy()?.labels ?? []);
  const personal = classes.has('personal');
  const [scope, setScope] = useState(version === undefined ? (scopes[0]?.value ?? '') : String(version));
  const [format, setFormat] = useState<Format>('markdown');
  const [encoding, setEncoding] = useState('utf-8');
  const [samples, setSamples] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const needsReason = classes.has('secret') || (personal && samples);
  const missing = needsReason && reason.trim() === '';

  async function submit(): Promise<void> {
    setAsked(true);
    if (missing) return;
    const ask = {
      ...(scope === 'draft' ? {} : { version: Number(scope) }),
      ...(personal ? { samples } : {}),
      ...(needsReason ? { reason: reason.trim() } : {}),
    };
    if (format === 'print') {
      const key = leavePrintAsk(ask);
      window.open(`/scripts/${script.id}/print?ask=${key}`, '_blank', 'noopener');
      onClose();
      return;
    }
    setBusy(true);
    try {
      const file = await api.download(`/api/scripts/${script.id}/export`, {
        ...ask,
        format,
        language,
        encoding,
      });
      saveFile(file.blob, file.name);
      toast.success(t('saved', { name: file.name }));
      onClose();
    } catch (error) {
      toast.error(problemText(error));
      setBusy(false);
    }
  }

  return (
    <Stack gap="md">
      <Select label={t('what')} data={scopes} value={scope} onChange={(value) => setScope(value ?? scope)} />
      <Radio.Group
        label={t('format')}
        value={format}
        onChange={(value) => setFormat(formats.find((each) => each === value) ?? format)}
      >
        <div className={styles.formats}>
          {formats.map((each) => (
            <Radio.Card key={each} value={each} className={styles.format ?? ''} radius="md">
              <Radio.Indicator size="xs" className={styles.mark ?? ''} />
              <span>
                <span className={styles.name}>{t(`formats.${each}.name`)}</span>
                <span className={styles.hint}>{t(`formats.${each}.hint`)}</span>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {format === 'csv' && (
        <Select
          label={t('encoding')}
          data={[
            { value: 'utf-8', label: t('utf8') },
            { value: 'sjis', label: t('sjis') },
          ]}
          value={encoding}
          onChange={(value) => setEncoding(value ?? 'utf-8')}
        />
      )}
      {personal && (
        <Checkbox
          label={t('samples')}
          description={t('samplesHint')}
          checked={samples}
          onChange={(event) => setSamples(event.currentTarget.checked)}
        />
      )}
      {needsReason && (
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          placeholder={t('reasonExample')}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={asked && missing ? t('reasonMissing') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {t('logged')}
        </Text>
        <Group gap="xs" ml="auto">
          <Button variant="default" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button loading={busy} onClick={() => void submit()}>
            {t(format === 'print' ? 'print' : 'save')}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

/** The draft for who may read it, and versions. */
function useScopes(published: number | null, looked: number | null): { value: string; label: string }[] {
  const t = useMessages(exchangeMessages);
  const mayReadDraft = can(useSession(), 'draft.read');
  const versions = [...new Set([published, looked].filter((number) => number !== null))];
  return [
    ...(mayReadDraft ? [{ value: 'draft', label: t('draft') }] : []),
    ...versions.map((number) => ({
      value: String(number),
      label: t(number === published ? 'version' : 'older', { number }),
    })),
  ];
}
