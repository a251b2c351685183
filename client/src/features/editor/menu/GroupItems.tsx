import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconFold,
  IconFolderOff,
  IconPencil,
  IconPlus,
  IconSelectAll,
  IconTrash,
} from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useReadOnly, useScriptPart, useView } from '../session/context.ts';
import { groupColours } from '../ui/groupColours.ts';
import { Item } from './Item.tsx';
import { KindItems } from './KindItems.tsx';
import styles from './Menu.module.css';
import { menuMessages } from './messages.ts';
import { SubMenu } from './SubMenu.tsx';
import { unfolded } from '../panes/folded.ts';

export function GroupItems({ groupId }: { groupId: string }) {
  const t = useMessages(menuMessages);
  const { actions, session, view } = useEditor();
  const folded = useView(({ folds }) => folds?.groups.has(groupId) ?? false);
  const members = () =>
    session.store.get().script.steps.flatMap(({ id, group }) => (group === groupId ? [id] : []));
  return (
    <>
      <Item
        icon={IconPencil}
        label={t('rename')}
        hint="F2"
        onPick={() => view.set({ renamingId: groupId, ...unfolded(view, 'outline') })}
      />
      <Colours groupId={groupId} />
      <SubMenu icon={IconPlus} label={t('addHere')}>
        <KindItems onPick={(kind) => actions.addInGroup(kind, groupId)} />
      </SubMenu>
      <Item
        harmless
        icon={IconSelectAll}
        label={t('selectMembers')}
        onPick={() => actions.select(members())}
      />
      <Item
        harmless
        icon={IconFold}
        label={folded ? t('unfoldGroup') : t('foldGroup')}
        onPick={() => actions.foldGroup(groupId)}
      />
      <Item icon={IconArrowUp} label={t('up')} hint="Alt+↑" onPick={() => actions.moveGroup(groupId, 'up')} />
      <Item
        icon={IconArrowDown}
        label={t('down')}
        hint="Alt+↓"
        onPick={() => actions.moveGroup(groupId, 'down')}
      />
      <Menu.Divider />
      <Item icon={IconFolderOff} label={t('ungroup')} onPick={() => actions.ungroup(groupId)} />
      <Item
        danger
        icon={IconTrash}
        label={t('removeGroup')}
        onPick={() => actions.remove(members(), groupId)}
      />
    </>
  );
}

function Colours({ groupId }: { groupId: string }) {
  const t = useMessages(menuMessages);
  const { actions } = useEditor();
  const readOnly = useReadOnly();
  const present = useScriptPart(({ groups }) => groups.find(({ id }) => id === groupId)?.colour);
  return (
    <div className={styles.colours} role="group" aria-label={t('colour')}>
      {groupColours.map((colour, index) => (
        <Menu.Item
          key={colour}
          className={styles.colour ?? ''}
          style={{ '--group': colour }}
          aria-label={t('colourOf', { number: index + 1 })}
          disabled={readOnly}
          onClick={() => actions.setGroup(groupId, { colour })}
        >
          {present === colour && <IconCheck size="0.875rem" stroke={3} aria-hidden />}
        </Menu.Item>
      ))}
    </div>
  );
}
