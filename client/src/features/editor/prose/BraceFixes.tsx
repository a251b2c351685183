import { Button } from '@mantine/core';
import { textOf } from '@daihon/shared/script/contentText';
import type { StepRole } from '@daihon/shared/script/schema';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useSyncExternalStore } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { operandsOf } from '../rules/operands.ts';
import { useEditor, useScriptPart, useStep } from '../session/context.ts';
import { proseMessages } from './messages.ts';
import { newPlaceholder } from './newPlaceholder.ts';
import { braceProblems, replaceBraces, similarKeys } from './placeholderFixes.ts';
import type { BraceProblem } from './placeholderFixes.ts';
import styles from './ProseField.module.css';
import type { TriggerStore } from './triggerStore.ts';

interface BraceFixesProps {
  editor: Editor;
  stepId: string;
  role: StepRole;
  trigger: TriggerStore;
}

/** Below a text: its unknown placeholders and broken braces, each with ways to put it right. Silent while one is typed. */
export function BraceFixes({ editor, stepId, role, trigger }: BraceFixesProps) {
  const step = useStep(stepId);
  const operands = useScriptPart(operandsOf);
  const typing = useSyncExternalStore(trigger.subscribe, trigger.get) !== null;
  const known = new Set(operands.map(({ key }) => key));
  const problems = typing || step === null ? [] : braceProblems(textOf(step[role]), (key) => known.has(key));
  if (problems.length === 0) return null;
  return (
    <ul className={styles.fixes}>
      {problems.map((problem) => (
        <Fix key={problem.text} problem={problem} editor={editor} known={[...known]} />
      ))}
    </ul>
  );
}

interface FixProps {
  problem: BraceProblem;
  editor: Editor;
  known: readonly string[];
}

function Fix({ problem, editor, known }: FixProps) {
  const t = useMessages(proseMessages);
  const { session } = useEditor();
  const { text, key, name } = problem;
  const isKnown = key !== null && known.includes(key);
  const apply = (next: string) => {
    session.undo.separate();
    replaceBraces(editor, text, next);
    session.undo.separate();
  };
  const make = () => {
    if (key === null) return;
    newPlaceholder(session, { key, label: '' });
    if (name === 'malformed') replaceBraces(editor, text, key);
    session.undo.separate();
  };
  const offers = key === null || isKnown ? [] : similarKeys(key, known);
  return (
    <li>
      <IconAlertTriangle size="0.875rem" stroke={1.9} aria-hidden />
      <span>{t(name === 'unknown' ? 'unknown' : /[｛｝]/u.test(text) ? 'wide' : 'broken', { text })}</span>
      {isKnown && (
        <Button variant="default" size="compact-xs" onClick={() => apply(key)}>
          {t('replaceBy', { key: `{{${key}}}` })}
        </Button>
      )}
      {offers.map((offer) => (
        <Button key={offer} variant="default" size="compact-xs" onClick={() => apply(offer)}>
          {t('replaceBy', { key: `{{${offer}}}` })}
        </Button>
      ))}
      {key !== null && !isKnown && (
        <Button variant="default" size="compact-xs" onClick={make}>
          {t('create', { key })}
        </Button>
      )}
    </li>
  );
}
