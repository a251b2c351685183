import { Button, Menu } from '@mantine/core';
import { IconMathFunction } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useReadOnly } from '../session/context.ts';
import { functionGroups, insertionOf } from './functions.ts';
import type { Insertion } from './functions.ts';
import { rulesMessages } from './messages.ts';
import styles from './Rules.module.css';
import { KeySelect } from './SubjectPicker.tsx';

interface ExpressionToolsProps {
  label: string;
  onInsert: (insertion: Insertion) => void;
}

/** Keys and functions to put into an expression at the caret. */
export function ExpressionTools({ label, onInsert }: ExpressionToolsProps) {
  const t = useMessages(rulesMessages);
  const readOnly = useReadOnly();
  return (
    <div className={styles.inserts} role="group" aria-label={label}>
      <div className={styles.insertKey}>
        <KeySelect
          value={null}
          label={`${t('insertKey')}: ${label}`}
          placeholder={t('insertKey')}
          onPick={(key) => onInsert({ text: key, select: [key.length, key.length] })}
        />
      </div>
      <Menu position="bottom-start" withinPortal returnFocus={false}>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconMathFunction size="0.875rem" aria-hidden />}
            disabled={readOnly}
          >
            {t('insertFunction')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {functionGroups.map(({ name, functions }) => [
            <Menu.Label key={name}>{t(`functions.${name}`)}</Menu.Label>,
            ...functions.map((each) => (
              <Menu.Item key={each.name} onClick={() => onInsert(insertionOf(each))}>
                <span className={styles.function}>
                  {t(`functions.${each.name}`)}
                  <code>{each.text}</code>
                </span>
              </Menu.Item>
            )),
          ])}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
