import type { ComponentType } from 'react';
import { outcomesMessages } from './outcomes/messages.ts';
import { OutcomesSection } from './outcomes/OutcomesSection.tsx';
import type { SectionProps } from './sectionProps.ts';

export interface SettingsSection {
  /** The part of the address after `#`. */
  id: string;
  /** A catalogue with the key `title`. */
  messages: { namespace: string };
  Component: ComponentType<SectionProps>;
}

/** Every part of the settings page, in order. */
export const sections: readonly SettingsSection[] = [
  { id: 'outcomes', messages: outcomesMessages, Component: OutcomesSection },
];
