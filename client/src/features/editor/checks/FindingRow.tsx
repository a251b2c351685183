import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { Finding } from '@daihon/shared/version';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useScript } from '../session/context.ts';
import { stepLabel } from '../session/outline.ts';
import styles from './Checks.module.css';
import { FindingFixes } from './FindingFixes.tsx';
import { findingText, showFinding } from './showFinding.ts';

interface Props {
  finding: Finding;
  /** With the step it is about, where no heading says it. */
  named?: boolean;
  /** With what mends it at once. */
  fixes?: boolean;
}

/** One finding; a click leads to its place. */
export function FindingRow({ finding, named = false, fixes = false }: Props) {
  const t = useMessages(editorMessages);
  const editor = useEditor();
  const script = useScript();
  usePreferences();
  const Icon = finding.severity === 'error' ? IconCircleX : IconAlertTriangle;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.finding}
        data-severity={finding.severity}
        onClick={() => showFinding(editor, finding)}
      >
        <Icon size="1.125rem" stroke={1.8} aria-hidden />
        <span>
          {named && (
            <small>
              {finding.stepId === null
                ? t('checks.script')
                : stepLabel(script, finding.stepId, t('untitled'))}
            </small>
          )}
          {findingText(finding)}
        </span>
      </button>
      {fixes && <FindingFixes finding={finding} />}
    </li>
  );
}
