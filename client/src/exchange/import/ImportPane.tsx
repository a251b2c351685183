import { Alert, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportMade } from '@daihon/shared/wire/exchange';
import { useMessages } from '../../app/i18n.ts';
import { usePreferences } from '../../app/preferences.ts';
import { ApiProblem } from '../../wire/http.ts';
import { problemText } from '../../ui/problemText.ts';
import { ImportResult } from './ImportResult.tsx';
import { importMessages } from './messages.ts';
import { SourcePicker } from './SourcePicker.tsx';
import { mostFileBytes, sourceOf, usePreview } from './useImport.ts';
import type { Source } from './useImport.ts';

interface Props {
  /** Takes the place of this draft; missing: makes a new script. */
  scriptId?: string;
  onDone: (made: ImportMade) => void;
}

/** From a file to a script: choose, look at what was read, make it. Nothing is made before that. */
export function ImportPane({ scriptId, onDone }: Props) {
  const t = useMessages(importMessages);
  const { language } = usePreferences();
  const preview = usePreview();
  const [source, setSource] = useState<Source | null>(null);
  const [tooLarge, setTooLarge] = useState(false);

  function look(next: Source): void {
    setSource(next);
    preview.mutate({ ...next, language, ...(scriptId === undefined ? {} : { scriptId }) });
  }

  async function pick(file: File): Promise<void> {
    setTooLarge(file.size > mostFileBytes);
    if (file.size <= mostFileBytes) look(await sourceOf(file));
  }

  if (preview.isSuccess && source !== null) {
    return (
      <ImportResult
        // A new look begins anew.
        key={preview.submittedAt}
        preview={preview.data}
        source={source}
        {...(scriptId === undefined ? {} : { scriptId })}
        onDone={onDone}
        onOther={preview.reset}
        onLookAgain={() => look(source)}
      />
    );
  }
  const refusal = tooLarge ? t('tooLarge') : preview.isError ? refusalOf(preview.error) : null;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t(scriptId === undefined ? 'lead' : 'replaceLead')}
      </Text>
      {refusal !== null && (
        <Alert color="red" icon={<IconAlertTriangle size="1.125rem" aria-hidden />} role="alert">
          {refusal}
        </Alert>
      )}
      {preview.isPending ? (
        <Text component="div" ta="center" py="xl" role="status">
          <Loader size="sm" mr="sm" aria-hidden />
          {t('reading')}
        </Text>
      ) : (
        <SourcePicker onFile={(file) => void pick(file)} onText={(text) => look({ name: '', text })} />
      )}
    </Stack>
  );

  function refusalOf(error: Error): string {
    return error instanceof ApiProblem && error.code === 'too_large' ? t('tooLarge') : problemText(error);
  }
}
