import { ActionIcon, Menu } from '@mantine/core';
import {
  IconClipboardCopy,
  IconDots,
  IconForms,
  IconKeyboard,
  IconPhoneOff,
  IconPlayerPause,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { preferences, usePreferences } from '../../../app/preferences.ts';
import { singleKeys, useSingleKeys } from '../keys/singleKeys.ts';
import { runMessages } from '../messages.ts';
import styles from './CallMenu.module.css';

const sizes = ['s', 'm', 'l', 'xl'] as const;

interface Props {
  ended: boolean;
  onCopy: () => void;
  onOpen: (sheet: 'keys' | 'values' | 'end') => void;
}

/** ⋯: what is needed now and then in a call. */
export function CallMenu({ ended, onCopy, onOpen }: Props) {
  const t = useMessages(runMessages);
  const { textSize } = usePreferences();
  const single = useSingleKeys();
  return (
    <Menu position="bottom-end" width={256} withinPortal>
      <Menu.Target>
        <ActionIcon size="2rem" aria-label={t('top.menu')}>
          <IconDots size="1.25rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.sizes} role="group" aria-label={t('top.textSize')}>
          <span className={styles.label} aria-hidden>
            {t('top.textSize')}
          </span>
          {sizes.map((size) => (
            <button
              key={size}
              type="button"
              className={styles.size}
              data-size={size}
              aria-pressed={size === textSize}
              onClick={() => preferences.set({ textSize: size })}
            >
              {t(`top.size.${size}`)}
            </button>
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconForms size="1rem" aria-hidden />} onClick={() => onOpen('values')}>
          {t('top.values')}
        </Menu.Item>
        <Menu.Item leftSection={<IconClipboardCopy size="1rem" aria-hidden />} onClick={onCopy}>
          {t('top.copy')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size="1rem" aria-hidden />} onClick={() => onOpen('keys')}>
          {t('top.keys')}
        </Menu.Item>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={single}
          closeMenuOnClick={false}
          leftSection={<span className={styles.check} data-on={single || undefined} aria-hidden />}
          onClick={() => singleKeys.set(!single)}
        >
          {t('top.single')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item component={Link} to="/run" leftSection={<IconPlayerPause size="1rem" aria-hidden />}>
          {t('top.keep')}
        </Menu.Item>
        <Menu.Item
          color="red.8"
          disabled={ended}
          leftSection={<IconPhoneOff size="1rem" aria-hidden />}
          onClick={() => onOpen('end')}
        >
          {t('top.end')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
