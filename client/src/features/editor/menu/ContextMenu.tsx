import { Menu } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { useReturnFocus } from '../keys/useReturnFocus.ts';
import { useEditor, useView } from '../session/context.ts';
import { CanvasItems } from './CanvasItems.tsx';
import { ChoiceItems } from './ChoiceItems.tsx';
import { GroupItems } from './GroupItems.tsx';
import { KindItems } from './KindItems.tsx';
import styles from './Menu.module.css';
import type { MenuState, MenuSubject } from './menuState.ts';
import { menuMessages } from './messages.ts';
import { StepItems } from './StepItems.tsx';

/** What can be done with what was clicked on or has the focus, the same from map and outline. */
export function ContextMenu() {
  const menu = useView((state) => state.menu);
  return menu === null ? null : <OpenMenu key={`${menu.at.x} ${menu.at.y}`} {...menu} />;
}

function OpenMenu({ at, subject }: MenuState) {
  const t = useMessages(menuMessages);
  const { view } = useEditor();
  useReturnFocus();
  return (
    <Menu
      opened
      onChange={(opened) => {
        if (!opened) view.set({ menu: null });
      }}
      position="bottom-start"
      // Near the lower edge it moves up as far as needed, however long it is.
      middlewares={{ flip: false, shift: { crossAxis: true } }}
      offset={0}
      width={250}
      shadow="md"
      returnFocus={false}
      // The first item has the focus at once: Enter takes it.
      withInitialFocusPlaceholder={false}
      menuItemTabIndex={0}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span className={styles.anchor} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown
        className={styles.menu ?? ''}
        aria-label={t(subject.type, { count: subject.type === 'steps' ? subject.ids.length : 1 })}
        onContextMenu={(event) => event.preventDefault()}
      >
        <Items subject={subject} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Items({ subject }: { subject: MenuSubject }) {
  switch (subject.type) {
    case 'steps':
      return <StepItems ids={subject.ids} />;
    case 'group':
      return <GroupItems groupId={subject.id} />;
    case 'choice':
      return <ChoiceItems stepId={subject.stepId} choiceId={subject.choiceId} />;
    case 'canvas':
      return <CanvasItems position={subject.position} />;
    case 'new':
      return <NewItems subject={subject} />;
  }
}

function NewItems({ subject }: { subject: Extract<MenuSubject, { type: 'new' }> }) {
  const { actions } = useEditor();
  const { from, position } = subject;
  return (
    <KindItems
      onPick={(kind) => {
        if (from === null) actions.add(kind, position);
        else actions.addConnected(from.stepId, from.via, { kind, position });
      }}
    />
  );
}
