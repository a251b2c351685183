import { Modal } from '@mantine/core';
import { useMessages } from '../../app/i18n.ts';
import { uiMessages } from '../../ui/messages.ts';
import { toast } from '../../ui/toasts.ts';
import { exchangeMessages } from '../messages.ts';
import { ImportPane } from './ImportPane.tsx';
import { importMessages } from './messages.ts';
import { undoAction } from './undo.ts';

/** Brings a file into the draft of a script that is there. */
export function ImportDialog({ scriptId, onClose }: { scriptId: string; onClose: () => void }) {
  const t = useMessages(importMessages);
  const words = useMessages(exchangeMessages);
  const ui = useMessages(uiMessages);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={<strong>{words('replace')}</strong>}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <ImportPane
        scriptId={scriptId}
        onDone={({ importId }) => {
          toast.success(t('replaced'), importId === null ? undefined : undoAction(importId));
          onClose();
        }}
      />
    </Modal>
  );
}
