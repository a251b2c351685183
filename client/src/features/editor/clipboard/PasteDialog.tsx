import { Button, Group, Modal, Text } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useView } from '../session/context.ts';
import { clipMessages } from './messages.ts';
import { putText } from './paste.ts';

/** Asks before a long text from elsewhere becomes many steps. */
export function PasteDialog() {
  const t = useMessages(clipMessages);
  const editor = useEditor();
  const paragraphs = useView((view) => view.pasting);
  if (paragraphs === null) return null;
  const close = () => editor.view.set({ pasting: null });
  return (
    <Modal
      opened
      onClose={close}
      title={<strong>{t('askTitle', { count: paragraphs.length })}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text size="sm">{t('ask')}</Text>
      <Text size="sm" c="dimmed" mt="xs" lineClamp={2}>
        {t('askFirst', { text: paragraphs[0] ?? '' })}
      </Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            close();
            putText(editor, paragraphs);
          }}
        >
          {t('confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
