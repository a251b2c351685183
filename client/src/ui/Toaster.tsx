import { Button, CloseButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconExclamationCircle,
  IconInfoCircle,
} from '@tabler/icons-react';
import { useMessages } from '../app/i18n.ts';
import { uiMessages } from './messages.ts';
import styles from './Toaster.module.css';
import { toast, useToasts } from './toasts.ts';
import type { Toast } from './toasts.ts';

const icons = {
  info: IconInfoCircle,
  success: IconCircleCheck,
  warning: IconAlertTriangle,
  error: IconExclamationCircle,
};

/** The region exists from the start, empty: screen readers announce only what is added to a region they know. */
export function Toaster() {
  const t = useMessages(uiMessages);
  const toasts = useToasts();
  return (
    <div className={styles.region} role="region" aria-label={t('news')}>
      <div aria-live="polite" aria-relevant="additions" className={styles.list}>
        {toasts.map((each) => (
          <ToastCard key={each.id} toast={each} closeLabel={t('close')} />
        ))}
      </div>
    </div>
  );
}

function ToastCard({ toast: { id, tone, text, action }, closeLabel }: { toast: Toast; closeLabel: string }) {
  const Icon = icons[tone];
  return (
    <div className={styles.toast} data-tone={tone}>
      <Icon size="1.25rem" stroke={1.8} aria-hidden className={styles.icon} />
      <span className={styles.text}>{text}</span>
      {action !== null && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            toast.dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <CloseButton size="sm" aria-label={closeLabel} onClick={() => toast.dismiss(id)} />
    </div>
  );
}
