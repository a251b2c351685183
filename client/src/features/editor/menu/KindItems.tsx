import { stepKinds } from '@daihon/shared/script/kinds';
import { Menu } from '@mantine/core';
import type { StepKind } from '@daihon/shared/script/schema';
import { useMessages } from '../../../app/i18n.ts';
import { scriptWords } from '../../../script/words.ts';
import { kindIcons } from '../ui/kinds.ts';
import styles from './Menu.module.css';

/** The six kinds of step to choose from. */
export function KindItems({ onPick }: { onPick: (kind: StepKind) => void }) {
  const t = useMessages(scriptWords);
  return stepKinds.map((kind) => {
    const Icon = kindIcons[kind];
    return (
      <Menu.Item
        key={kind}
        leftSection={<Icon size="1rem" stroke={1.7} className={styles.kind} data-kind={kind} />}
        onClick={() => onPick(kind)}
      >
        {t(`kind.${kind}`)}
      </Menu.Item>
    );
  });
}
