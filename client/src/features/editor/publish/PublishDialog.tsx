import { Loader, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { problemText } from '../../../ui/problemText.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import { ChangeList } from './ChangeList.tsx';
import { changesQuery } from './changes.ts';
import { HeldSteps } from './HeldSteps.tsx';
import { Impact } from './Impact.tsx';
import styles from './Publish.module.css';
import { PublishForm } from './PublishForm.tsx';
import { whenSaved } from './whenSaved.ts';

/** What will go out, what stands against it, whom it reaches; then note, class and the act itself. */
export default function PublishDialog() {
  const t = useMessages(editorMessages);
  const { language } = usePreferences();
  const { session, view } = useEditor();
  const [stored, setStored] = useState<'waiting' | 'yes' | 'no'>('waiting');
  const changes = useQuery({
    ...changesQuery(session.scriptId, language),
    enabled: stored === 'yes',
    staleTime: 0,
    refetchOnMount: 'always',
  });
  useEffect(() => {
    const stop = new AbortController();
    whenSaved(session, stop.signal).then(
      () => setStored('yes'),
      () => {
        if (!stop.signal.aborted) setStored('no');
      },
    );
    return () => stop.abort();
  }, [session]);
  const close = () => view.set({ dialog: null });
  const changed = () => {
    whenSaved(session, new AbortController().signal).then(
      () => void changes.refetch(),
      () => setStored('no'),
    );
  };
  const fresh = changes.isFetchedAfterMount ? changes.data : undefined;
  return (
    <Modal
      opened
      onClose={close}
      size="46rem"
      title={<strong>{t('publish.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {stored === 'no' && <p className={styles.problem}>{t('publish.unsaved')}</p>}
      {changes.isError && <p className={styles.problem}>{problemText(changes.error)}</p>}
      {stored !== 'no' && !changes.isError && fresh === undefined && (
        <p className={styles.waiting} role="status">
          <Loader size="xs" aria-hidden />
          {t(stored === 'waiting' ? 'publish.waiting' : 'publish.loading')}
        </p>
      )}
      {fresh !== undefined && (
        <>
          <ChangeList changes={fresh} onChange={changed} />
          <HeldSteps published={new Set(fresh.published)} onChange={changed} />
          <Impact changes={fresh} />
          <PublishForm changes={fresh} onReload={() => void changes.refetch()} onClose={close} />
        </>
      )}
    </Modal>
  );
}
