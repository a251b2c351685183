import { IconCheck, IconCloudOff, IconCloudUpload, IconExclamationCircle } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useCall } from '../call/callContext.ts';
import { runMessages } from '../messages.ts';
import styles from './SaveMark.module.css';

const icons = {
  saved: IconCheck,
  saving: IconCloudUpload,
  offline: IconCloudOff,
  refused: IconExclamationCircle,
};

/** Where what was typed is by now. `saved` only for what the server holds. */
export function SaveMark({ brief = false }: { brief?: boolean }) {
  const t = useMessages(runMessages);
  const { view } = useCall();
  const Icon = icons[view.save];
  const text = t(`save.${view.save}`);
  // In the tight tool bar the ordinary states are a sign; what needs attention is said.
  return (
    <span className={styles.mark} data-state={view.save} role="status" title={text}>
      <Icon size="0.9375rem" stroke={2} aria-hidden />
      <span className={brief ? 'visually-hidden' : undefined}>{text}</span>
    </span>
  );
}
