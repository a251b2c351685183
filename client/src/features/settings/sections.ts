import type { ComponentType } from 'react';
import { CalendarSection } from './calendar/CalendarSection.tsx';
import { calendarMessages } from './calendar/messages.ts';
import { LabelsSection } from './labels/LabelsSection.tsx';
import { labelsMessages } from './labels/messages.ts';
import { outcomesMessages } from './outcomes/messages.ts';
import { OutcomesSection } from './outcomes/OutcomesSection.tsx';
import { PagesSection } from './pages/PagesSection.tsx';
import { pagesMessages } from './pages/messages.ts';
import { releasesMessages } from './releases/messages.ts';
import { ReleasesSection } from './releases/ReleasesSection.tsx';
import { TaxSection } from './tax/TaxSection.tsx';
import { taxMessages } from './tax/messages.ts';
import type { SectionProps } from './sectionProps.ts';
import { wordingMessages } from './wording/messages.ts';
import { WordingSection } from './wording/WordingSection.tsx';

export interface SettingsSection {
  /** The part of the address after `#`. */
  id: string;
  /** A catalogue with the key `title`. */
  messages: { namespace: string };
  Component: ComponentType<SectionProps>;
}

/** Every part of the settings page, in order. */
export const sections: readonly SettingsSection[] = [
  { id: 'calendar', messages: calendarMessages, Component: CalendarSection },
  { id: 'tax', messages: taxMessages, Component: TaxSection },
  { id: 'pages', messages: pagesMessages, Component: PagesSection },
  { id: 'wording', messages: wordingMessages, Component: WordingSection },
  { id: 'labels', messages: labelsMessages, Component: LabelsSection },
  { id: 'outcomes', messages: outcomesMessages, Component: OutcomesSection },
  { id: 'releases', messages: releasesMessages, Component: ReleasesSection },
];
