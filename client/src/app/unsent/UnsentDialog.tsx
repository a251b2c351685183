import { Button, Group, Modal } from '@mantine/core';
import { can } from '@daihon/shared/access';
import { useMessages } from '../i18n.ts';
import { toast } from '../../ui/toasts.ts';
import { session, useSession } from '../../wire/session.ts';
import { unsentWork, useUnsentWork } from '../../wire/unsentWork.ts';
import { unsentMessages } from './messages.ts';
import { UnsentItem } from './UnsentItem.tsx';
import styles from './Unsent.module.css';

/** One's own changes that did not reach the server: to read, copy, save, put back or let go. */
export default function UnsentDialog() {
  const t = useMessages(unsentMessages);
  const account = useSession();
  const { shown } = useUnsentWork(account.id);
  const works = unsentWork.of(account.id, true);
  const close = () => unsentWork.show(null);
  const leave = () => {
    unsentWork.forget(account.id);
    close();
    void session.signOut().catch((problem: unknown) => toast.error(String(problem)));
  };
  return (
    <Modal
      opened={shown !== null}
      onClose={close}
      size="42rem"
      title={<strong>{t('title')}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p className={styles.lead}>{t(shown === 'signOut' ? 'leadSignOut' : 'lead')}</p>
      {works.length === 0 && <p>{t('none')}</p>}
      <ul className={styles.works}>
        {works.map((work) => (
          <UnsentItem key={work.id} work={work} mayEdit={can(account, 'draft.join')} />
        ))}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('close')}
        </Button>
        {shown === 'signOut' && (
          <Button color="red.8" onClick={leave}>
            {t('signOut')}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
