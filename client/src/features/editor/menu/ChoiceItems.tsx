import { moveChoice } from '@daihon/shared/script/draft/editItems';
import {
  IconArrowDown,
  IconArrowUp,
  IconLink,
  IconPencil,
  IconPlus,
  IconSquareRoundedArrowRight,
  IconTrash,
  IconUnlink,
} from '@tabler/icons-react';
import { Menu } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { beforeAfterMove } from '../panel/ItemTools.tsx';
import { useEditor, useStep } from '../session/context.ts';
import { Item } from './Item.tsx';
import { KindItems } from './KindItems.tsx';
import { menuMessages } from './messages.ts';
import { SubMenu } from './SubMenu.tsx';
import { unfolded } from '../panes/folded.ts';

export function ChoiceItems({ stepId, choiceId }: { stepId: string; choiceId: string }) {
  const t = useMessages(menuMessages);
  const { actions, session, view } = useEditor();
  const step = useStep(stepId);
  const index = step?.choices.findIndex(({ id }) => id === choiceId) ?? -1;
  const choice = step?.choices[index];
  if (step === null || choice === undefined) return null;
  const move = (direction: 'up' | 'down') => {
    const before = beforeAfterMove(step.choices, index, direction);
    session.edit((doc) => moveChoice(doc, stepId, choiceId, before, session.origin));
  };
  return (
    <>
      <Item
        harmless
        icon={IconSquareRoundedArrowRight}
        label={t('openTarget')}
        disabled={choice.to === null}
        onPick={() => actions.open(choice.to)}
      />
      <Item
        icon={IconLink}
        label={t('pickTarget')}
        onPick={() => view.set({ picking: { stepId, choiceId } })}
      />
      <SubMenu icon={IconPlus} label={t('newTarget')}>
        <KindItems onPick={(kind) => actions.addConnected(stepId, { choiceId }, { kind })} />
      </SubMenu>
      <Item
        icon={IconUnlink}
        label={t('disconnect')}
        disabled={choice.to === null}
        onPick={() => actions.connect(stepId, choiceId, null)}
      />
      <Menu.Divider />
      <Item
        icon={IconPencil}
        label={t('relabel')}
        hint="F2"
        onPick={() => {
          actions.open(stepId, `choice:${choiceId}`);
          view.set(unfolded(view, 'panel'));
        }}
      />
      <Item icon={IconArrowUp} label={t('up')} disabled={index === 0} onPick={() => move('up')} />
      <Item
        icon={IconArrowDown}
        label={t('down')}
        disabled={index === step.choices.length - 1}
        onPick={() => move('down')}
      />
      <Menu.Divider />
      <Item
        danger
        icon={IconTrash}
        label={t('removeChoice')}
        onPick={() => actions.removeChoice(stepId, choiceId)}
      />
    </>
  );
}
