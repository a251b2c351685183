import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconClipboard,
  IconCopy,
  IconCut,
  IconExchange,
  IconFlag,
  IconFolder,
  IconFolderOff,
  IconFolderPlus,
  IconFold,
  IconGitBranch,
  IconLink,
  IconPencil,
  IconPlus,
  IconSquareRoundedArrowRight,
  IconTrash,
  IconCopyPlus,
} from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { copyByMenu } from '../clipboard/copy.ts';
import { pasteByMenu } from '../clipboard/paste.ts';
import { useEditor, useScriptPart, useStep, useView } from '../session/context.ts';
import { Item } from './Item.tsx';
import { KindItems } from './KindItems.tsx';
import { menuMessages } from './messages.ts';
import { SubMenu } from './SubMenu.tsx';
import { unfolded } from '../panes/folded.ts';

export function StepItems({ ids }: { ids: readonly string[] }) {
  const t = useMessages(menuMessages);
  const editor = useEditor();
  const { actions } = editor;
  const only = ids.length === 1 ? (ids[0] ?? null) : null;
  return (
    <>
      {only !== null && <OneStepItems stepId={only} />}
      <Item icon={IconCut} label={t('cut')} hint="Ctrl+X" onPick={() => void copyByMenu(editor, ids, true)} />
      <Item
        harmless
        icon={IconCopy}
        label={t('copy')}
        hint="Ctrl+C"
        onPick={() => void copyByMenu(editor, ids, false)}
      />
      <Item icon={IconClipboard} label={t('paste')} hint="Ctrl+V" onPick={() => void pasteByMenu(editor)} />
      <Item
        icon={IconCopyPlus}
        label={t('duplicate')}
        hint="Ctrl+D"
        onPick={() => (only === null ? actions.duplicateAll(ids) : actions.duplicate(only))}
      />
      <Menu.Divider />
      <SubMenu icon={IconExchange} label={t('kind')}>
        <KindItems onPick={(kind) => actions.setKind(ids, kind)} />
      </SubMenu>
      <GroupSubMenu ids={ids} />
      <Item icon={IconArrowUp} label={t('up')} hint="Alt+↑" onPick={() => actions.move(ids, 'up')} />
      <Item icon={IconArrowDown} label={t('down')} hint="Alt+↓" onPick={() => actions.move(ids, 'down')} />
      <Menu.Divider />
      <Item
        danger
        frees
        icon={IconTrash}
        label={t('remove')}
        hint="Delete"
        onPick={() => actions.remove(ids)}
      />
    </>
  );
}

function OneStepItems({ stepId }: { stepId: string }) {
  const t = useMessages(menuMessages);
  const { actions, view } = useEditor();
  const step = useStep(stepId);
  const isStart = useScriptPart(({ start }) => start === stepId);
  const folded = useView(({ folds }) => folds?.branches.has(stepId) ?? false);
  if (step === null) return null;
  return (
    <>
      <Item
        harmless
        icon={IconSquareRoundedArrowRight}
        label={t('open')}
        hint="Enter"
        onPick={() => {
          actions.open(stepId, 'say');
          view.set(unfolded(view, 'panel'));
        }}
      />
      {step.kind !== 'end' && (
        <>
          <SubMenu icon={IconPlus} label={t('addConnected')}>
            <KindItems onPick={(kind) => actions.addConnected(stepId, 'loose', { kind })} />
          </SubMenu>
          <Item
            icon={IconGitBranch}
            label={t('addChoice')}
            hint="Ctrl+Shift+Enter"
            onPick={() => actions.addChoice(stepId)}
          />
          <Item
            icon={IconLink}
            label={t('connect')}
            onPick={() => view.set({ picking: { stepId, choiceId: null } })}
          />
        </>
      )}
      <Item
        icon={IconPencil}
        label={t('rename')}
        hint="F2"
        onPick={() => view.set({ renamingId: stepId, ...unfolded(view, 'outline') })}
      />
      <Item
        icon={IconFlag}
        label={t('setStart')}
        disabled={isStart}
        onPick={() => actions.setStart(stepId)}
      />
      <Item
        harmless
        icon={IconFold}
        label={folded ? t('unfoldBranch') : t('foldBranch')}
        disabled={!folded && step.choices.every(({ to }) => to === null)}
        onPick={() => actions.foldBranch(stepId)}
      />
      <Menu.Divider />
    </>
  );
}

function GroupSubMenu({ ids }: { ids: readonly string[] }) {
  const t = useMessages(menuMessages);
  const { actions } = useEditor();
  const groups = useScriptPart((script) => script.groups);
  return (
    <SubMenu icon={IconFolder} label={t('moveTo')}>
      <Item icon={IconFolderPlus} label={t('newGroup')} hint="Ctrl+G" onPick={() => actions.addGroup(ids)} />
      {groups.map(({ id, title }) => (
        <Item key={id} icon={IconFolder} label={title} onPick={() => actions.moveTo(ids, id)} />
      ))}
      <Item icon={IconFolderOff} label={t('noGroup')} onPick={() => actions.moveTo(ids, null)} />
    </SubMenu>
  );
}
