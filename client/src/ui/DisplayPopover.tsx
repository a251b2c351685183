import { Popover, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { DisplayButton } from './DisplayButton.tsx';
import styles from './DisplayMenu.module.css';
import { useMessages } from '../app/i18n.ts';
import { preferences, usePreferences } from '../app/preferences.ts';
import type { Language, TextSize } from '../app/preferences.ts';
import { uiMessages } from './messages.ts';

/** Open from the start: it exists because the button was pressed. */
export default function DisplayPopover() {
  const t = useMessages(uiMessages);
  const { language, textSize } = usePreferences();
  const button = useRef<HTMLButtonElement>(null);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Popover
      position="bottom-end"
      width={300}
      trapFocus
      defaultOpened
      onClose={() => button.current?.focus()}
    >
      <Popover.Target>
        <DisplayButton ref={button} />
      </Popover.Target>
      <Popover.Dropdown className={styles.panel}>
        <Setting label={t('language')}>
          {(labelId) => (
            <SegmentedControl<Language>
              aria-labelledby={labelId}
              fullWidth
              value={language}
              onChange={(value) => preferences.set({ language: value })}
              data={[
                { value: 'ja', label: '日本語' },
                { value: 'en', label: 'English' },
              ]}
            />
          )}
        </Setting>
        <Setting label={t('scheme.title')}>
          {(labelId) => (
            <SegmentedControl<MantineColorScheme>
              aria-labelledby={labelId}
              fullWidth
              value={colorScheme}
              onChange={setColorScheme}
              data={(['auto', 'light', 'dark'] as const).map((value) => ({
                value,
                label: t(`scheme.${value}`),
              }))}
            />
          )}
        </Setting>
        <Setting label={t('textSize.title')}>
          {(labelId) => (
            <SegmentedControl<TextSize>
              aria-labelledby={labelId}
              fullWidth
              value={textSize}
              onChange={(value) => preferences.set({ textSize: value })}
              data={(['s', 'm', 'l', 'xl'] as const).map((value) => ({
                value,
                label: t(`textSize.${value}`),
              }))}
            />
          )}
        </Setting>
      </Popover.Dropdown>
    </Popover>
  );
}

function Setting({ label, children }: { label: string; children: (labelId: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <span id={id} className={styles.label}>
        {label}
      </span>
      {children(id)}
    </div>
  );
}
