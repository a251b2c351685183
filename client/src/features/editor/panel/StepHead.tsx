import { stepKinds } from '@daihon/shared/script/kinds';
import { ActionIcon, Menu, Select, Tooltip } from '@mantine/core';
import {
  IconAlertOctagon,
  IconCopy,
  IconDotsVertical,
  IconFlag,
  IconHammer,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react';
import type { Step } from '@daihon/shared/script/schema';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { scriptWords } from '../../../script/words.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useEnded, useReadOnly, useScriptPart } from '../session/context.ts';
import { outlineOf } from '../session/outline.ts';
import { openTrialMessages } from '../trial/openMessages.ts';
import { openTrialFrom } from '../trial/openTrial.ts';
import { kindIcons } from '../ui/kinds.ts';
import { CommitInput } from './CommitInput.tsx';
import styles from './Panel.module.css';
import { PeersOn } from './PeersOn.tsx';
import { sameParts } from './sameParts.ts';

/** Number, kind and name of the open step, and what marks it as a whole. */
export const StepHead = memo(
  function StepHead({ step }: { step: Step }) {
    const t = useMessages(editorMessages);
    const words = useMessages(scriptWords);
    const { actions, view } = useEditor();
    const groups = useScriptPart((script) => script.groups);
    const isStart = useScriptPart((script) => script.start === step.id);
    const number = useScriptPart((script) => outlineOf(script).numbers.get(step.id));
    const readOnly = useReadOnly();
    const Icon = kindIcons[step.kind];
    return (
      <div className={styles.head} data-kind={step.kind}>
        <div className={styles.headRow}>
          <span className={styles.number}>{number}</span>
          <CommitInput
            className={styles.titleInput}
            value={step.title}
            label={t('step.title')}
            place={{ stepId: step.id, field: 'title' }}
            placeholder={t('step.titleHint')}
            onCommit={(title) => actions.set(step.id, { title })}
            onEnter={() => view.set({ focusField: { field: 'say', at: Date.now() } })}
          />
          <StepMenu step={step} isStart={isStart} />
        </div>
        <div className={styles.headRow}>
          <Select
            role="combobox"
            className={styles.kind}
            size="xs"
            aria-label={t('step.kind')}
            leftSection={<Icon size="1rem" stroke={1.8} aria-hidden />}
            data={stepKinds.map((value) => ({ value, label: words(`kind.${value}`) }))}
            value={step.kind}
            disabled={readOnly}
            onChange={(kind) => {
              const next = stepKinds.find((known) => known === kind);
              if (next !== undefined) actions.set(step.id, { kind: next });
            }}
          />
          <Select
            role="combobox"
            className={styles.group}
            size="xs"
            aria-label={t('step.group')}
            placeholder={t('outline.noGroup')}
            data={groups.map(({ id, title }) => ({ value: id, label: title }))}
            value={step.group}
            clearable
            disabled={readOnly}
            onChange={(group) => actions.moveTo(step.id, group)}
          />
          <Mark
            on={step.mustRead}
            label={t('step.mustRead')}
            hint={t('step.mustReadHint')}
            icon={<IconAlertOctagon size="1rem" stroke={1.8} />}
            onToggle={() => actions.set(step.id, { mustRead: !step.mustRead })}
          />
          <Mark
            on={step.hold}
            label={t('step.hold')}
            hint={t('step.holdHint')}
            icon={<IconHammer size="1rem" stroke={1.8} />}
            onToggle={() => actions.set(step.id, { hold: !step.hold })}
          />
        </div>
        <PeersOn stepId={step.id} named />
      </div>
    );
  },
  sameParts('id', 'kind', 'title', 'group', 'mustRead', 'hold'),
);

interface MarkProps {
  on: boolean;
  label: string;
  hint: string;
  icon: React.ReactNode;
  onToggle: () => void;
}

function Mark({ on, label, hint, icon, onToggle }: MarkProps) {
  const readOnly = useReadOnly();
  return (
    <Tooltip label={hint} multiline maw={240}>
      <button type="button" className={styles.mark} aria-pressed={on} disabled={readOnly} onClick={onToggle}>
        {icon}
        {label}
      </button>
    </Tooltip>
  );
}

function StepMenu({ step, isStart }: { step: Step; isStart: boolean }) {
  const t = useMessages(editorMessages);
  const trialT = useMessages(openTrialMessages);
  const editor = useEditor();
  const { actions } = editor;
  const readOnly = useReadOnly();
  const ended = useEnded();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={t('step.more')} disabled={ended}>
          <IconDotsVertical size="1.125rem" stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFlag size="1rem" />}
          disabled={isStart || readOnly}
          onClick={() => actions.setStart(step.id)}
        >
          {isStart ? t('step.isStart') : t('step.setStart')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlayerPlay size="1rem" />}
          onClick={() => openTrialFrom(editor, step.id)}
        >
          {trialT('fromHere')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size="1rem" />}
          disabled={readOnly}
          onClick={() => actions.duplicate(step.id)}
        >
          {t('step.duplicate')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<IconTrash size="1rem" />}
          onClick={() => actions.remove(step.id)}
        >
          {t('step.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
