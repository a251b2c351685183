import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { CloseX } from '../frame/CloseX.tsx';
import { lateMessages } from '../lateMessages.ts';
import styles from './Sheet.module.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Something that is opened for a moment over the call. The browser's own dialog: focus stays inside and comes back afterwards. */
export function Sheet({ title, onClose, children }: Props) {
  const t = useMessages(lateMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    // A dialog would start at its close button.
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.paper}>
        <header className={styles.head}>
          <h2>{title}</h2>
          <CloseX label={t('keys.close')} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
