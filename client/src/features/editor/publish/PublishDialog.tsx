import { Loader, Modal } from '@mantine/core';
import { useRef } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { problemText } from '../../../ui/problemText.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import { ChangeList } from './ChangeList.tsx';
import { HeldSteps } from './HeldSteps.tsx';
import { Impact } from './Impact.tsx';
import styles from './Publish.module.css';
import { PublishForm } from './PublishForm.tsx';
import { useLiveChanges } from './useLiveChanges.ts';

/** What will go out, what stands against it, whom it reaches; then note, class and the act itself. */
export default function PublishDialog() {
  const t = useMessages(editorMessages);
  const { view } = useEditor();
  const live = useLiveChanges();
  const list = useRef<HTMLDivElement>(null);
  const { stored, error, now, looked } = live;
  const close = () => view.set({ dialog: null });
  const look = () => {
    const first = list.current?.querySelector<HTMLElement>('[data-news]');
    first?.scrollIntoView({ block: 'center' });
    (first?.querySelector<HTMLElement>('summary') ?? first)?.focus();
    live.look();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="46rem"
      title={<strong>{t('publish.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {stored === 'no' && <p className={styles.problem}>{t('publish.unsaved')}</p>}
      {error !== null && <p className={styles.problem}>{problemText(error)}</p>}
      {stored !== 'no' && error === null && now === undefined && (
        <p className={styles.waiting} role="status">
          <Loader size="xs" aria-hidden />
          {t(stored === 'waiting' ? 'publish.waiting' : 'publish.loading')}
        </p>
      )}
      {now !== undefined && looked !== null && (
        <>
          <div ref={list}>
            <ChangeList changes={now} news={new Set([...live.news, ...live.noticed])} />
          </div>
          <HeldSteps published={new Set(now.published)} ways={now.heldWays} />
          <Impact changes={now} />
          <PublishForm changes={now} live={{ ...live, looked, look }} onClose={close} />
        </>
      )}
    </Modal>
  );
}
