import { IconArrowsSplit2, IconChevronLeft, IconNotes, IconSearch } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useCall } from '../call/callContext.ts';
import { runMessages } from '../messages.ts';
import { SaveMark } from './SaveMark.tsx';
import styles from './ToolBar.module.css';

interface Props {
  onBack: () => void;
  onSearch: () => void;
  onInterrupts: () => void;
  /** Null where the memo is always there. */
  memo: { open: boolean; toggle: () => void } | null;
}

/** 戻る, 検索, 割り込み, メモ: at the same place on every step. */
export function ToolBar({ onBack, onSearch, onInterrupts, memo }: Props) {
  const t = useMessages(runMessages);
  const { view } = useCall();
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('foot.tools')}>
      <Tool icon={IconChevronLeft} label={t('foot.back')} keys="Backspace" onClick={onBack} />
      <Tool icon={IconSearch} label={t('foot.search')} keys="/" onClick={onSearch} />
      <Tool icon={IconArrowsSplit2} label={t('foot.interrupts')} keys="I" onClick={onInterrupts} />
      {memo !== null && (
        <Tool icon={IconNotes} label={t('foot.memo')} keys="M" on={memo.open} onClick={memo.toggle} />
      )}
      {memo !== null && !memo.open && (
        <span className={styles.saved}>
          {/* That the line is down stands above; here is no room to say it twice. */}
          <SaveMark brief={view.save !== 'refused'} />
        </span>
      )}
    </div>
  );
}

interface ToolProps {
  icon: Icon;
  label: string;
  keys: string;
  on?: boolean;
  onClick: () => void;
}

function Tool({ icon: ToolIcon, label, keys, on, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-pressed={on}
      aria-keyshortcuts={keys}
      title={`${label} (${keys})`}
      onClick={onClick}
    >
      <ToolIcon size="1.125rem" stroke={1.8} aria-hidden />
      <span>{label}</span>
    </button>
  );
}
