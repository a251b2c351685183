import { Drawer } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { findingMessage } from '@daihon/shared/script/findingMessages';
import type { Finding } from '@daihon/shared/version';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useScript, useView } from '../session/context.ts';
import { stepLabel } from '../session/outline.ts';
import styles from './Checks.module.css';
import { fieldAt } from './fieldAt.ts';
import { useFindings } from './useFindings.ts';

/** All findings; each leads to its step and the part of it. */
export function ChecksDrawer() {
  const t = useMessages(editorMessages);
  const { view } = useEditor();
  const opened = useView((state) => state.dialog === 'checks');
  const { all, errors, warnings } = useFindings();
  return (
    <Drawer
      opened={opened}
      onClose={() => view.set({ dialog: null })}
      position="right"
      size="26rem"
      title={<strong>{t('checks.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {all.length === 0 && (
        <div className={styles.none}>
          <IconCircleCheck size="2rem" stroke={1.5} aria-hidden />
          <strong>{t('checks.none')}</strong>
          {t('checks.noneHint')}
        </div>
      )}
      <FindingList title={t('checks.errors')} findings={errors} />
      <FindingList title={t('checks.warnings')} findings={warnings} />
    </Drawer>
  );
}

export function FindingList({ title, findings }: { title: string; findings: readonly Finding[] }) {
  const t = useMessages(editorMessages);
  const { view, actions } = useEditor();
  const { language } = usePreferences();
  const script = useScript();
  if (findings.length === 0) return null;
  const show = (finding: Finding) => {
    view.set({ dialog: null, pane: 'panel' });
    if (finding.stepId !== null) actions.open(finding.stepId, fieldAt(script, finding.pointer));
    else if (finding.pointer.startsWith('/placeholders')) view.set({ tab: 'placeholders' });
    else if (finding.pointer.startsWith('/interrupts')) view.set({ tab: 'interrupts' });
  };
  return (
    <section className={styles.group}>
      <h3>
        {title} <span>{findings.length}</span>
      </h3>
      <ul>
        {findings.map((finding, index) => (
          <li key={`${finding.code}-${finding.pointer}-${index}`}>
            <button
              type="button"
              className={styles.finding}
              data-severity={finding.severity}
              onClick={() => show(finding)}
            >
              {finding.severity === 'error' ? (
                <IconCircleX size="1.125rem" stroke={1.8} aria-hidden />
              ) : (
                <IconAlertTriangle size="1.125rem" stroke={1.8} aria-hidden />
              )}
              <span>
                <small>
                  {finding.stepId === null
                    ? t('checks.script')
                    : stepLabel(script, finding.stepId, t('untitled'))}
                </small>
                {findingMessage(named(finding, t('untitled')), language)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A step without a title is called by its id in a finding; a person sees the word for that. */
function named(finding: Finding, untitled: string): Finding {
  if (finding.values?.step !== finding.stepId) return finding;
  return { ...finding, values: { ...finding.values, step: untitled } };
}
