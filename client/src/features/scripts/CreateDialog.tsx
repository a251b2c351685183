import { Modal, SegmentedControl, Stack } from '@mantine/core';
import { Suspense, lazy, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../app/i18n.ts';
import { uiMessages } from '../../ui/messages.ts';
import { CopyPane } from './create/CopyPane.tsx';
import { createMessages } from './create/messages.ts';
import { TemplatePane } from './create/TemplatePane.tsx';

const ImportPane = lazy(async () => ({
  default: (await import('../../exchange/import/ImportPane.tsx')).ImportPane,
}));

const ways = ['template', 'file', 'copy'] as const;
type Way = (typeof ways)[number];

/** A new script: from a template or nearly empty, from a file, or from one that is there. */
export function CreateDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useMessages(createMessages);
  const ui = useMessages(uiMessages);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="60rem"
      title={<strong>{t('title')}</strong>}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <Ways onClose={onClose} />
    </Modal>
  );
}

function Ways({ onClose }: { onClose: () => void }) {
  const t = useMessages(createMessages);
  const navigate = useNavigate();
  const [way, setWay] = useState<Way>('template');
  const open = (script: ScriptSummary) => void navigate(`/scripts/${script.id}`);
  return (
    <Stack gap="lg">
      <SegmentedControl
        aria-label={t('ways')}
        size="sm"
        fullWidth
        value={way}
        onChange={(value) => setWay(ways.find((each) => each === value) ?? way)}
        data={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
      />
      {way === 'template' && <TemplatePane onDone={open} onClose={onClose} />}
      {way === 'copy' && <CopyPane onDone={open} onClose={onClose} />}
      {way === 'file' && (
        <Suspense fallback={null}>
          <ImportPane onDone={open} />
        </Suspense>
      )}
    </Stack>
  );
}
