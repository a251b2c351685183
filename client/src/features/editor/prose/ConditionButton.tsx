import { Button, Group, Popover, TextInput } from '@mantine/core';
import { compileCondition } from '@daihon/shared/script/conditions';
import { IconFilterQuestion } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { isIme } from '../keys/ime.ts';
import { editorMessages } from '../messages.ts';
import { ToolButton } from './ToolButton.tsx';

/** The condition of the paragraph that holds the caret. */
export function ConditionButton({ editor }: { editor: Editor }) {
  const t = useMessages(editorMessages);
  const [open, setOpen] = useState(false);
  const [when, setWhen] = useState('');
  const present = useEditorState({ editor, selector: ({ editor: now }) => conditionOf(now) });
  const compiled = when.trim() === '' ? null : compileCondition(when.trim());
  const show = () => {
    setWhen(present);
    setOpen(!open);
  };
  const apply = () => {
    if (compiled?.ok === false) return;
    editor
      .chain()
      .focus()
      .updateAttributes('paragraph', { when: when.trim() === '' ? null : when.trim() })
      .run();
    setOpen(false);
  };
  return (
    <Popover withRoles={false} opened={open} onChange={setOpen} width={320} trapFocus returnFocus>
      <Popover.Target>
        <span>
          <ToolButton
            label={t('prose.condition')}
            active={present !== ''}
            icon={<IconFilterQuestion size="1rem" />}
            expanded={open}
            onPress={show}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={t('prose.condition')}
          description={t('prose.conditionHint')}
          value={when}
          error={compiled?.ok === false ? t('condition.invalid', { reason: compiled.error }) : null}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onChange={(event) => setWhen(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isIme(event.nativeEvent)) apply();
          }}
        />
        <Group mt="xs" justify="flex-end">
          <Button size="compact-sm" onClick={apply}>
            {t('prose.apply')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function conditionOf(editor: Editor): string {
  const when: unknown = editor.getAttributes('paragraph').when;
  return typeof when === 'string' ? when : '';
}
