import { textOf } from '@daihon/shared/script/contentText';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import type { Step, StepRole } from '@daihon/shared/script/schema';
import type { Editor } from '@tiptap/react';
import { EditorContent, useEditor as useTiptap } from '@tiptap/react';
import { IconAlertTriangle, IconHandFinger, IconVolume } from '@tabler/icons-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { XmlFragment } from 'yjs';
import { useMessages } from '../../../app/i18n.ts';
import { scriptWords } from '../../../script/words.ts';
import { useDesk } from '../comments/desk/hooks.ts';
import { useFieldMarks } from '../comments/marks/useFieldMarks.ts';
import { proseLines } from '../comments/marks/proseText.ts';
import { useFindingsStore } from '../checks/useFindings.ts';
import { SelectionBubble } from '../comments/SelectionBubble.tsx';
import { lateHook } from '../late/lateParts.ts';
import { editorMessages } from '../messages.ts';
import { operandsOf } from '../rules/operands.ts';
import { useSentence } from '../rules/useSentence.ts';
import { useEditor, useReadOnly, useScriptPart, useView } from '../session/context.ts';
import { BraceFixes } from './BraceFixes.tsx';
import { PlaceholderMenu } from './PlaceholderMenu.tsx';
import styles from './ProseField.module.css';
import { ProseToolbar } from './ProseToolbar.tsx';
import { proseExtensions } from './proseExtensions.ts';
import { WordMarks } from './wordMarks.ts';
import type { ChosenWords } from '../session/view.ts';
import { repaint } from './steadyDecorations.ts';
import { TriggerStore } from './triggerStore.ts';

const useReading = lateHook(() => import('@daihon/shared/script/reading'));

const icons = { say: IconVolume, do: IconHandFinger, caution: IconAlertTriangle };

interface ProseFieldProps {
  step: Step;
  role: StepRole;
}

/** One of a step's three texts: the spoken line, the instruction or the caution. */
export const ProseField = memo(function ProseField({ step, role }: ProseFieldProps) {
  const t = useMessages(editorMessages);
  const words = useMessages(scriptWords);
  const { session } = useEditor();
  const fragment = useMemo(() => stepFragment(session.doc, step.id, role), [session, step.id, role]);
  const speech = useReading();
  const language = useScriptPart((script) => script.language);
  const Icon = icons[role];
  const characters = textOf(step[role]).replaceAll(/\s/gu, '').length;
  if (fragment === null) return null;
  return (
    <section
      className={styles.field}
      data-role={role}
      data-field={role}
      data-empty={characters === 0 || undefined}
      aria-label={t(`prose.${role}Label`)}
    >
      <header className={styles.label}>
        <Icon size="0.9375rem" stroke={1.9} aria-hidden />
        <span>{words(`part.${role}`)}</span>
        {characters > 0 && role === 'say' && (
          <span className={styles.length}>
            {speech &&
              t('prose.length', { count: characters, seconds: speech.readingSeconds(step[role], language) })}
          </span>
        )}
      </header>
      <ProseEditor stepId={step.id} role={role} fragment={fragment} />
    </section>
  );
}, sameText);

function sameText(before: ProseFieldProps, after: ProseFieldProps): boolean {
  const { step, role } = after;
  return before.step.id === step.id && before.role === role && before.step[role] === step[role];
}

interface ProseEditorProps {
  stepId: string;
  role: StepRole;
  fragment: XmlFragment;
}

const ProseEditor = memo(function ProseEditor({ stepId, role, fragment }: ProseEditorProps) {
  const t = useMessages(editorMessages);
  const words = useMessages(scriptWords);
  const { session, actions, view } = useEditor();
  const suggesting = useDesk((state) => state.suggesting);
  const readOnly = useReadOnly() || suggesting;
  const comments = useFieldMarks(stepId, role);
  const findings = useFindingsStore();
  const operands = useScriptPart(operandsOf);
  const sentence = useSentence();
  const outside = useRef({ known: new Set<string>(), sentence });
  const [conditionOpen, setConditionOpen] = useState(false);
  const trigger = useMemo(() => new TriggerStore(), []);
  const hint = t(`prose.${role}Hint`, { open: '{{' });
  const label = t(`prose.${role}Label`);
  const editor = useTiptap(
    {
      shouldRerenderOnTransaction: false,
      immediatelyRender: true,
      injectCSS: false,
      extensions: proseExtensions({
        fragment,
        undoManager: session.undo.facade(),
        provider: session.provider,
        user: session.user,
        emptyHint: hint,
        isKnownKey: (key) => outside.current.known.has(key),
        conditions: {
          sentence: (when) => outside.current.sentence(when),
          onPress: () => setConditionOpen(true),
        },
        onTrigger: trigger,
        readCaret: session.caret.readNow,
        comments: [...comments, WordMarks.configure({ store: findings, stepId, role })],
        keys: {
          undo: actions.undo,
          redo: actions.redo,
          connected: () => actions.addConnected(stepId, 'loose'),
          choice: () => actions.addChoice(stepId),
        },
      }),
      editorProps: { attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' } },
      onFocus: () => session.presence.focus(stepId, role),
      onBlur: () => session.presence.focus(stepId, null),
    },
    [fragment, session, hint, label],
  );
  useEffect(() => {
    outside.current = { known: new Set(operands.map(({ key }) => key)), sentence };
    if (!editor.isDestroyed) repaint(editor.view);
  }, [operands, sentence, editor]);
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly]);

  const wish = useView((state) =>
    state.stepId === stepId && state.focusField?.field === role ? state.focusField : null,
  );
  useEffect(() => {
    if (wish === null) return;
    if (wish.words === undefined) editor.commands.focus('end');
    else chooseWords(editor, wish.words);
    view.set({ focusField: null });
  }, [wish, editor, view]);
  return (
    <div className={styles.paper} data-suggesting={suggesting || undefined}>
      <EditorContent editor={editor} className={styles.content} />
      {!readOnly && (
        <ProseToolbar
          editor={editor}
          label={words(`part.${role}`)}
          condition={{
            place: { stepId, field: `${role}:when` },
            open: conditionOpen,
            onOpen: setConditionOpen,
          }}
        />
      )}
      {!readOnly && <BraceFixes editor={editor} stepId={stepId} role={role} trigger={trigger} />}
      <PlaceholderMenu store={trigger} />
      {!suggesting && <SelectionBubble editor={editor} />}
    </div>
  );
});

function chooseWords(editor: Editor, { paragraph, from, to }: ChosenWords): void {
  const line = proseLines(editor.state.doc)[paragraph];
  if (line === undefined) editor.commands.focus('end');
  else {
    const end = line.position + Math.min(to, line.text.length);
    editor
      .chain()
      .focus()
      .setTextSelection({ from: line.position + from, to: end })
      .scrollIntoView()
      .run();
  }
}
