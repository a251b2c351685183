import { Button, Group, Popover, TextInput } from '@mantine/core';
import { isSafeHref } from '@daihon/shared/script/href';
import { IconLink } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { isIme } from '../keys/ime.ts';
import { editorMessages } from '../messages.ts';
import { ToolButton } from './ToolButton.tsx';

export function LinkButton({ editor }: { editor: Editor }) {
  const t = useMessages(editorMessages);
  const [open, setOpen] = useState(false);
  const [href, setHref] = useState('');
  const wanted = href.trim();
  const safe = isSafeHref(wanted);
  const active = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') });
  const show = () => {
    const present: unknown = editor.getAttributes('link').href;
    setHref(typeof present === 'string' ? present : '');
    setOpen(!open);
  };
  useLinkKey(editor, show);
  const apply = () => {
    if (!safe) return;
    editor.chain().focus().extendMarkRange('link').setLink({ href: wanted }).run();
    setOpen(false);
  };
  const take = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    setOpen(false);
  };
  return (
    <Popover withRoles={false} opened={open} onChange={setOpen} width={300} trapFocus returnFocus>
      <Popover.Target>
        <span>
          <ToolButton
            label={`${t('prose.link')} (Ctrl+Shift+K)`}
            active={active}
            icon={<IconLink size="1rem" />}
            expanded={open}
            onPress={show}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={t('prose.link')}
          description={t('prose.linkHint')}
          placeholder="https://"
          value={href}
          error={wanted !== '' && !safe ? t('prose.linkInvalid') : null}
          onChange={(event) => setHref(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isIme(event.nativeEvent)) apply();
          }}
        />
        <Group mt="xs" gap="xs" justify="flex-end">
          {active && (
            <Button variant="default" size="compact-sm" onClick={take}>
              {t('prose.linkRemove')}
            </Button>
          )}
          <Button size="compact-sm" onClick={apply}>
            {t('prose.apply')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Ctrl+Shift+K while the caret is in this text. By the place of the key, so that it works with the Japanese input on. */
function useLinkKey(editor: Editor, show: () => void): void {
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    const text = editor.view.dom;
    const press = (event: KeyboardEvent) => {
      const wanted = event.code === 'KeyK' && (event.ctrlKey || event.metaKey) && event.shiftKey;
      if (!wanted || event.altKey || isIme(event)) return;
      event.preventDefault();
      latest.current();
    };
    text.addEventListener('keydown', press);
    return () => text.removeEventListener('keydown', press);
  }, [editor]);
}
