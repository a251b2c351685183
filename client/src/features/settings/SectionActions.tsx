import { Button, Group, Text } from '@mantine/core';
import { useMessages } from '../../app/i18n.ts';
import { settingsMessages } from './messages.ts';

interface Props {
  dirty: boolean;
  /** Whether what is typed can be saved as it is. */
  valid?: boolean;
  saving: boolean;
  onSave: () => void;
  onReset: () => void;
}

/** The foot of a section: saves it, or gives the changes up. */
export function SectionActions({ dirty, valid = true, saving, onSave, onReset }: Props) {
  const t = useMessages(settingsMessages);
  return (
    <Group gap="xs" mt="md">
      <Button size="sm" disabled={!dirty || !valid} loading={saving} onClick={onSave}>
        {t('save')}
      </Button>
      {dirty && (
        <>
          <Button size="sm" variant="default" disabled={saving} onClick={onReset}>
            {t('undo')}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {t('unsaved')}
          </Text>
        </>
      )}
    </Group>
  );
}
