import {
  IconClipboardCopy,
  IconDots,
  IconForms,
  IconKeyboard,
  IconPhoneOff,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { preferences, usePreferences } from '../../../app/preferences.ts';
import { singleKeys, useSingleKeys } from '../../../script/keys/singleKeys.ts';
import { runMessages } from '../messages.ts';
import styles from './CallMenu.module.css';
import { PopCheck, PopItem, PopLine, PopMenu } from '../../../script/frame/PopMenu.tsx';

const sizes = ['s', 'm', 'l', 'xl'] as const;

interface Props {
  ended: boolean;
  onCopy: () => void;
  onOpen: (sheet: 'keys' | 'values' | 'end') => void;
}

/** ⋯: what is needed now and then in a call. */
export function CallMenu({ ended, onCopy, onOpen }: Props) {
  const t = useMessages(runMessages);
  const single = useSingleKeys();
  const navigate = useNavigate();
  return (
    <PopMenu
      align="end"
      label={t('top.menu')}
      className={styles.button}
      face={<IconDots size="1.25rem" aria-hidden />}
    >
      <TextSizes />
      <PopLine />
      <PopItem icon={<IconForms size="1rem" aria-hidden />} onClick={() => onOpen('values')}>
        {t('top.values')}
      </PopItem>
      <PopItem icon={<IconClipboardCopy size="1rem" aria-hidden />} onClick={onCopy}>
        {t('top.copy')}
      </PopItem>
      <PopItem icon={<IconKeyboard size="1rem" aria-hidden />} onClick={() => onOpen('keys')}>
        {t('top.keys')}
      </PopItem>
      <PopCheck on={single} onChange={() => singleKeys.set(!single)}>
        {t('top.single')}
      </PopCheck>
      <PopLine />
      <PopItem icon={<IconPlayerPause size="1rem" aria-hidden />} onClick={() => void navigate('/run')}>
        {t('top.keep')}
      </PopItem>
      <PopItem
        tone="danger"
        disabled={ended}
        icon={<IconPhoneOff size="1rem" aria-hidden />}
        onClick={() => onOpen('end')}
      >
        {t('top.end')}
      </PopItem>
    </PopMenu>
  );
}

function TextSizes() {
  const t = useMessages(runMessages);
  const { textSize } = usePreferences();
  return (
    <div className={styles.sizes} role="group" aria-label={t('top.textSize')}>
      <span className={styles.label} aria-hidden>
        {t('top.textSize')}
      </span>
      {sizes.map((size) => (
        <button
          key={size}
          type="button"
          role="menuitemradio"
          className={styles.size}
          data-size={size}
          aria-checked={size === textSize}
          onClick={() => preferences.set({ textSize: size })}
        >
          {t(`top.size.${size}`)}
        </button>
      ))}
    </div>
  );
}
