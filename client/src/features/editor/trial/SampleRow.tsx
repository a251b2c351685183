import { ActionIcon, Button, Menu, Switch, TextInput, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconDotsVertical,
  IconPencil,
  IconPlayerPlay,
  IconReplace,
  IconTrash,
} from '@tabler/icons-react';
import { deviationText } from '@daihon/shared/sample/deviationMessages';
import { recordRun } from '@daihon/shared/sample/recordRun';
import type { Sample } from '@daihon/shared/sample/sample';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { toast } from '../../../ui/toasts.ts';
import { useFindings } from '../checks/useFindings.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import { trialMessages } from './messages.ts';
import styles from './Trial.module.css';
import { useFollow } from './useFollow.ts';
import { useSampleWrites } from './useSamples.ts';
import { useTrial } from './useTrial.ts';
import { unfolded } from '../panes/folded.ts';

/** One sample caller: whether it comes to its end on the draft, and what can be done with it. */
export function SampleRow({ sample, onRun }: { sample: Sample; onRun: () => void }) {
  const t = useMessages(trialMessages);
  const follow = useFollow();
  const { change } = useSampleWrites();
  const readOnly = useReadOnly();
  const [renaming, setRenaming] = useState(false);
  const { run, name, required, id } = sample;
  const go = (upTo?: number) => {
    onRun();
    void follow(sample, upTo);
  };
  return (
    <li className={styles.sample}>
      <div className={styles.sampleHead}>
        {renaming ? (
          <Rename
            name={name}
            onDone={(next) => {
              setRenaming(false);
              if (next !== null) change.mutate({ id, name: next });
            }}
          />
        ) : (
          <strong>{name}</strong>
        )}
        <SampleMenu sample={sample} onRename={() => setRenaming(true)} />
      </div>
      <p className={styles.quiet}>
        {run.outcome !== null && <>{t('samples.outcome', { outcome: run.outcome })}・</>}
        {t('samples.steps', { count: run.answers.length })}
      </p>
      <Result sampleId={id} />
      <div className={styles.sampleTools}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlayerPlay size="0.875rem" aria-hidden />}
          onClick={() => go()}
        >
          {t('samples.run')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => go(0)}>
          {t('samples.step')}
        </Button>
        <Tooltip label={t('samples.requiredHint')} multiline maw={240}>
          <div>
            <Switch
              size="sm"
              label={t('samples.required')}
              checked={required}
              disabled={readOnly}
              onChange={(event) => change.mutate({ id, required: event.currentTarget.checked })}
            />
          </div>
        </Tooltip>
      </div>
    </li>
  );
}

/** Green, or the first step where it leaves its path and why; a click goes there. */
function Result({ sampleId }: { sampleId: string }) {
  const t = useMessages(trialMessages);
  const { language } = usePreferences();
  const { actions, view } = useEditor();
  const result = useFindings().samples.get(sampleId);
  if (result === undefined) return <p className={styles.result}>{t('samples.waiting')}</p>;
  if (result === null)
    return (
      <p className={styles.result} data-tone="ok">
        <IconCircleCheck size="1rem" stroke={1.8} aria-hidden />
        {t('samples.ok')}
      </p>
    );
  const { stepId } = result;
  return (
    <button
      type="button"
      className={styles.result}
      data-tone="left"
      title={t('samples.goTo')}
      disabled={stepId === null}
      onClick={() => {
        view.set(unfolded(view, 'panel'));
        actions.open(stepId);
      }}
    >
      <IconAlertTriangle size="1rem" stroke={1.8} aria-hidden />
      {t('samples.broken', { why: deviationText(result, language) })}
    </button>
  );
}

function Rename({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const t = useMessages(trialMessages);
  const [text, setText] = useState(name);
  const wanted = text.trim();
  const finish = () => onDone(wanted === '' || wanted === name ? null : wanted);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('samples.name')}
        maxLength={100}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone(null);
        }}
      />
    </form>
  );
}

function SampleMenu({ sample, onRename }: { sample: Sample; onRename: () => void }) {
  const t = useMessages(trialMessages);
  const { state } = useTrial();
  const { change, remove } = useSampleWrites();
  const readOnly = useReadOnly();
  const [asking, setAsking] = useState(false);
  const { id, name } = sample;
  const replace = () =>
    change.mutate(
      { id, run: recordRun(state.walk, state.clock) },
      { onSuccess: () => toast.success(t('samples.updated', { name })) },
    );
  return (
    <>
      <Menu position="bottom-end" width={220} returnFocus>
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t('samples.menu', { name })} disabled={readOnly}>
            <IconDotsVertical size="1rem" stroke={1.8} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size="1rem" aria-hidden />} onClick={onRename}>
            {t('samples.rename')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconReplace size="1rem" aria-hidden />}
            disabled={state.walk.path.length === 0}
            onClick={replace}
          >
            {t('samples.replace')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="red"
            leftSection={<IconTrash size="1rem" aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('samples.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={asking}
        title={t('samples.remove')}
        confirm={t('samples.remove')}
        tone="danger"
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          remove.mutate(id, { onSuccess: () => toast.success(t('samples.removed', { name })) });
          setAsking(false);
        }}
      >
        {t('samples.removeAsk', { name })}
      </ConfirmDialog>
    </>
  );
}
