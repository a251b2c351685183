import { Drawer, SegmentedControl } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { Finding } from '@daihon/shared/version';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useScript, useView } from '../session/context.ts';
import { outlineOf, stepLabel } from '../session/outline.ts';
import styles from './Checks.module.css';
import { FindingRow } from './FindingRow.tsx';
import { checksMessages } from './messages.ts';
import { useFindings } from './useFindings.ts';

const kinds = ['all', 'errors', 'warnings', 'words'] as const;
type Kind = (typeof kinds)[number];

const belongs: Record<Kind, (finding: Finding) => boolean> = {
  all: () => true,
  errors: ({ severity }) => severity === 'error',
  warnings: ({ severity }) => severity === 'warning',
  words: ({ words }) => words !== undefined,
};

/** All findings by step, those with errors first; each leads to its place, and what can be mended at once is offered. */
export function ChecksDrawer() {
  const t = useMessages(editorMessages);
  const { view } = useEditor();
  const opened = useView((state) => state.dialog === 'checks');
  return (
    <Drawer
      opened={opened}
      onClose={() => view.set({ dialog: null })}
      position="right"
      size="26rem"
      title={<strong>{t('checks.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Findings />
    </Drawer>
  );
}

function Findings() {
  const t = useMessages(editorMessages);
  const words = useMessages(checksMessages);
  const { all } = useFindings();
  const script = useScript();
  const [kind, setKind] = useState<Kind>('all');
  if (all.length === 0)
    return (
      <div className={styles.none}>
        <IconCircleCheck size="2rem" stroke={1.5} aria-hidden />
        <strong>{t('checks.none')}</strong>
        {t('checks.noneHint')}
      </div>
    );
  const shown = all.filter(belongs[kind]);
  const { numbers } = outlineOf(script);
  const groups = byStep(shown, (id) => numbers.get(id) ?? 0);
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={words('show')}
        value={kind}
        onChange={(next) => setKind(kinds.find((each) => each === next) ?? 'all')}
        data={kinds.map((value) => ({
          value,
          label: `${words(value)} ${all.filter(belongs[value]).length}`,
        }))}
      />
      <p className={styles.hint}>{words('keys')}</p>
      {groups.length === 0 && <p className={styles.hint}>{words('noneHere')}</p>}
      {groups.map(({ stepId, findings }) => (
        <section key={stepId ?? ''} className={styles.group}>
          <h3>{stepId === null ? t('checks.script') : stepLabel(script, stepId, t('untitled'))}</h3>
          <ul>
            {findings.map((finding, index) => (
              <FindingRow key={`${finding.code}-${finding.pointer}-${index}`} finding={finding} fixes />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface Group {
  stepId: string | null;
  findings: Finding[];
}

/** Steps with errors before others, then as the outline has them; what concerns the whole script first. */
function byStep(findings: readonly Finding[], place: (stepId: string) => number): Group[] {
  const groups = new Map<string | null, Finding[]>();
  for (const finding of findings)
    groups.set(finding.stepId, [...(groups.get(finding.stepId) ?? []), finding]);
  const rank = ({ stepId, findings: own }: Group) =>
    (own.some(({ severity }) => severity === 'error') ? 0 : 1_000_000) +
    (stepId === null ? 0 : place(stepId));
  return [...groups].map(([stepId, own]) => ({ stepId, findings: own })).sort((a, b) => rank(a) - rank(b));
}
