import { createContext, useContext, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './PopMenu.module.css';

interface Props {
  label: string;
  /** What the button shows. */
  face: ReactNode;
  className?: string | undefined;
  align?: 'start' | 'end';
  children: ReactNode;
}

const CloseMenu = createContext<() => void>(() => undefined);

/** A menu under its button. A small one of the call screen's own: a positioning library would be a tenth of all that agents load. */
export function PopMenu({ label, face, className, align = 'start', children }: Props) {
  const [open, setOpen] = useState(false);
  const menuId = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    items(root.current)[0]?.focus();
    const away = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [open]);

  return (
    <div className={styles.root} ref={root} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <CloseMenu value={close}>
          <div className={styles.menu} id={menuId} role="menu" aria-label={label} data-align={align}>
            {children}
          </div>
        </CloseMenu>
      )}
    </div>
  );

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    const all = items(root.current);
    const at = all.findIndex((item) => item === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  }
}

function items(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? [])];
}

interface ItemProps {
  icon?: ReactNode;
  tone?: 'danger';
  disabled?: boolean;
  current?: boolean;
  onClick: () => void;
  children: ReactNode;
}

export function PopItem({ icon, tone, disabled = false, current = false, onClick, children }: ItemProps) {
  const close = useContext(CloseMenu);
  return (
    <button
      type="button"
      role="menuitem"
      className={styles.item}
      data-tone={tone}
      disabled={disabled}
      aria-current={current ? 'step' : undefined}
      onClick={() => {
        close();
        onClick();
      }}
    >
      {icon}
      {children}
    </button>
  );
}

/** Something that is on or off; the menu stays open. */
export function PopCheck({
  on,
  onChange,
  children,
}: {
  on: boolean;
  onChange: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      role="menuitemcheckbox"
      aria-checked={on}
      className={styles.item}
      onClick={onChange}
    >
      <span className={styles.check} aria-hidden />
      {children}
    </button>
  );
}

export function PopLine() {
  return <hr className={styles.hr} />;
}
