import { IconDots } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { currentScript } from '@daihon/shared/script/walk/state';
import { useMessages } from '../../../app/i18n.ts';
import { preferences, usePreferences } from '../../../app/preferences.ts';
import { singleKeys, useSingleKeys } from '../../../script/keys/singleKeys.ts';
import { toast } from '../../../ui/toasts.ts';
import { useCall } from '../call/callContext.ts';
import { copyText } from '../end/copyText.ts';
import { runMessages } from '../messages.ts';
import { linkToStep } from '../stepLink.ts';
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
  const { walk } = useCall().view;
  return (
    <PopMenu
      align="end"
      label={t('top.menu')}
      className={styles.button}
      face={<IconDots size="1.25rem" aria-hidden />}
    >
      <TextSizes />
      <PopLine />
      <PopItem onClick={() => onOpen('values')}>{t('top.values')}</PopItem>
      <PopItem onClick={onCopy}>{t('top.copy')}</PopItem>
      <PopItem onClick={copyLink}>{t('top.link')}</PopItem>
      <PopItem onClick={() => onOpen('keys')}>{t('top.keys')}</PopItem>
      <PopCheck on={single} onChange={() => singleKeys.set(!single)}>
        {t('top.single')}
      </PopCheck>
      <PopLine />
      <PopItem onClick={() => void navigate('/run')}>{t('top.keep')}</PopItem>
      <PopItem tone="danger" disabled={ended} onClick={() => onOpen('end')}>
        {t('top.end')}
      </PopItem>
    </PopMenu>
  );

  function copyLink(): void {
    const stepId = walk.path.at(-1)?.stepId ?? '';
    const { scriptId } = currentScript(walk);
    const link = location.origin + linkToStep({ scriptId, stepId });
    void copyText(link).then((done) => {
      if (done) toast.success(t('top.linkCopied'));
      else toast.warning(t('end.copyFailed'));
    });
  }
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
