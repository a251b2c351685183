import type { Settings } from '@daihon/shared/settings';

/** What every section of the settings page is given: the settings as they are saved. */
export interface SectionProps {
  settings: Settings;
}
