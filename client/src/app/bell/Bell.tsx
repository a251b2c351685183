import { ActionIcon, Indicator, Popover, Tooltip } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../i18n.ts';
import styles from './Bell.module.css';
import { MentionList } from './MentionList.tsx';
import { bellMessages } from './messages.ts';
import { useMentions } from './useMentions.ts';

/** Who spoke to this person in comments, with the number of what is unread. */
export default function Bell() {
  const t = useMessages(bellMessages);
  const [open, setOpen] = useState(false);
  const mentions = useMentions();
  const { unread } = mentions;
  return (
    <Popover
      withRoles={false}
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width="min(24rem, calc(100vw - 1rem))"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <span className={styles.bell}>
          <Tooltip label={t('open', { count: unread })} disabled={open}>
            <Indicator
              label={unread > 99 ? '99+' : unread}
              disabled={unread === 0}
              size={16}
              offset={6}
              color="red.8"
            >
              <ActionIcon
                aria-label={t('open', { count: unread })}
                aria-haspopup="dialog"
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                <IconBell size="1.25rem" stroke={1.7} />
              </ActionIcon>
            </Indicator>
          </Tooltip>
          <span className="visually-hidden" role="status">
            {unread > 0 ? t('open', { count: unread }) : ''}
          </span>
        </span>
      </Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={t('title')}>
        <MentionList mentions={mentions} onClose={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
