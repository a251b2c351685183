import { Button, Group, Modal } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useScript, useView } from '../session/context.ts';
import { stepLabel } from '../session/outline.ts';
import styles from './Panel.module.css';

/** Asks before steps go to the bin that others lead to or are in. */
export function RemovalDialog() {
  const t = useMessages(editorMessages);
  const { view, actions } = useEditor();
  const script = useScript();
  const asked = useView((state) => state.confirmRemoval);
  const close = () => view.set({ confirmRemoval: null });
  if (asked === null) return null;
  const [first = '', ...others] = asked.stepIds;
  const question =
    others.length === 0
      ? t('bin.confirm', { step: stepLabel(script, first, t('untitled')) })
      : t('bin.confirmMany', { count: asked.stepIds.length });
  return (
    <Modal
      opened
      onClose={close}
      title={<strong>{question}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <ul className={styles.reasons}>
        {asked.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p className={styles.hint}>{t('bin.recover')}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          color="red"
          data-autofocus
          onClick={() => {
            close();
            actions.removeAtOnce(asked.stepIds, asked.groupId);
          }}
        >
          {t('step.remove')}
        </Button>
      </Group>
    </Modal>
  );
}
