import { IconLock, IconUserShield, IconWorld } from '@tabler/icons-react';
import type { LabelClass, LabelColour } from '@daihon/shared/settings';
import styles from './ColourTag.module.css';

const icons = { public: IconWorld, internal: null, secret: IconLock, personal: IconUserShield } as const;

/** A label in its colour. Its name says what it is; a mark says so where it decides about export. */
export function ColourTag({
  colour,
  kind = null,
  children,
}: {
  colour: LabelColour;
  kind?: LabelClass | null;
  children: string;
}) {
  const Icon = kind === null ? null : icons[kind];
  return (
    <span className={styles.tag} data-colour={colour}>
      {Icon !== null && <Icon size="0.75rem" stroke={2.2} aria-hidden />}
      {children}
    </span>
  );
}
