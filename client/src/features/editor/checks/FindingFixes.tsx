import { Button, Select } from '@mantine/core';
import type { Finding } from '@daihon/shared/version';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useReadOnly, useScript } from '../session/context.ts';
import { stepOptionsOf } from '../session/outline.ts';
import { AllowWord } from './AllowWord.tsx';
import styles from './Checks.module.css';
import { fixesOf } from './fixes.ts';
import { checksMessages } from './messages.ts';
import { WatchSample } from './WatchSample.tsx';

/** What mends a finding in one go; each is one change to undo. */
export function FindingFixes({ finding }: { finding: Finding }) {
  const t = useMessages(checksMessages);
  const editor = useEditor();
  const script = useScript();
  const readOnly = useReadOnly();
  if (readOnly) return null;
  const { buttons, pick } = fixesOf(script, finding);
  return (
    <div className={styles.fixes}>
      {pick !== null && (
        <Select
          size="xs"
          searchable
          aria-label={t(pick.label)}
          placeholder={t(pick.label)}
          value={null}
          maxDropdownHeight={240}
          comboboxProps={{ withinPortal: true }}
          data={stepOptionsOf(script).map(({ id, number, title }) => ({
            value: id,
            label: `${number} ${title}`,
          }))}
          onChange={(stepId) => {
            if (stepId !== null) pick.run(editor, stepId);
          }}
        />
      )}
      {buttons.map(({ label, values, run }, index) => (
        <Button key={`${label}-${index}`} size="compact-sm" variant="default" onClick={() => run(editor)}>
          {t(label, values)}
        </Button>
      ))}
      <AllowWord finding={finding} />
      <WatchSample finding={finding} />
    </div>
  );
}
