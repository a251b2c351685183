import { Menu } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useView } from '../session/context.ts';
import { CanvasItems } from './CanvasItems.tsx';
import { ChoiceItems } from './ChoiceItems.tsx';
import { GroupItems } from './GroupItems.tsx';
import { KindItems } from './KindItems.tsx';
import styles from './Menu.module.css';
import type { MenuSubject } from './menuState.ts';
import { menuMessages } from './messages.ts';
import { StepItems } from './StepItems.tsx';

/** What can be done with what was clicked on or has the focus, the same from map and outline. */
export function ContextMenu() {
  const t = useMessages(menuMessages);
  const { view } = useEditor();
  const menu = useView((state) => state.menu);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (menu === null) return;
    before.current = document.activeElement;
    return () => {
      // Back to where the keyboard was, unless what was chosen has taken the focus elsewhere.
      const { current } = before;
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && current instanceof HTMLElement) current.focus();
      });
    };
  }, [menu]);
  if (menu === null) return null;
  const { at, subject } = menu;
  return (
    <Menu
      key={`${at.x} ${at.y}`}
      opened
      onChange={(opened) => {
        if (!opened) view.set({ menu: null });
      }}
      position="bottom-start"
      offset={0}
      width={250}
      shadow="md"
      returnFocus={false}
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
