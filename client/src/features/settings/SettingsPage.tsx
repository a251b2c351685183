import type { Settings } from '@daihon/shared/settings';
import { translate, useMessages } from '../../app/i18n.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { settingsMessages } from './messages.ts';
import { sections } from './sections.ts';
import styles from './SettingsPage.module.css';
import { useSettings } from './useSettings.ts';

/** The tenant's policy, a section for each part; each section saves itself. */
export default function SettingsPage() {
  const t = useMessages(settingsMessages);
  const query = useSettings();
  return (
    <Page title={t('title')} description={t('lead')}>
      <QueryGate query={query}>{(settings) => <Sections settings={settings} />}</QueryGate>
    </Page>
  );
}

function Sections({ settings }: { settings: Settings }) {
  const t = useMessages(settingsMessages);
  return (
    <div className={styles.columns}>
      <nav className={styles.nav} aria-label={t('sections')}>
        {sections.map(({ id, messages }) => (
          <a key={id} href={`#${id}`}>
            {translate(messages, 'title')}
          </a>
        ))}
      </nav>
      <div className={styles.sections}>
        {sections.map(({ id, messages, Component }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <Panel className={styles.section}>
              <h2 id={`${id}-title`} className={styles.heading}>
                {translate(messages, 'title')}
              </h2>
              <Component settings={settings} />
            </Panel>
          </section>
        ))}
      </div>
    </div>
  );
}
