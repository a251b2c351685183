import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconCalendarCheck,
  IconCalendarDue,
  IconCopy,
  IconDots,
  IconFileExport,
  IconFolderSymlink,
  IconForms,
  IconHandStop,
  IconHistory,
  IconPencil,
  IconSitemap,
  IconTag,
  IconTrash,
  IconUser,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { exchangeMessages } from '../../../exchange/messages.ts';
import { withdrawMessages } from '../../../withdraw/messages.ts';
import { scriptsMessages } from '../messages.ts';
import type { ManyAction, OneAction, ScriptAction } from './scriptAction.ts';

interface Props {
  script: ScriptSummary;
  usedBy: number;
  mayEdit: boolean;
  onAction: (action: ScriptAction) => void;
}

export function RowMenu({ script, usedBy, mayEdit, onAction }: Props) {
  const t = useMessages(scriptsMessages);
  const exchange = useMessages(exchangeMessages);
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={t('menuOf', { title: script.title })}>
          <IconDots size="1.125rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayEdit && (
          <Menu.Item
            component={Link}
            to={`/scripts/${script.id}`}
            leftSection={<IconPencil size="1rem" aria-hidden />}
          >
            {t('open')}
          </Menu.Item>
        )}
        <Menu.Item
          component={Link}
          to={`/scripts/${script.id}/versions`}
          leftSection={<IconHistory size="1rem" aria-hidden />}
        >
          {t('history')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileExport size="1rem" aria-hidden />}
          onClick={() => onAction({ kind: 'export', script })}
        >
          {exchange('export')}
        </Menu.Item>
        {mayEdit && <EditorItems script={script} usedBy={usedBy} onAction={onAction} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function EditorItems({ script, usedBy, onAction }: Omit<Props, 'mayEdit'>) {
  const t = useMessages(scriptsMessages);
  const w = useMessages(withdrawMessages);
  const archived = script.state === 'archived';
  const one = (kind: OneAction, text: string, ItemIcon: Icon) => (
    <Menu.Item leftSection={<ItemIcon size="1rem" aria-hidden />} onClick={() => onAction({ kind, script })}>
      {text}
    </Menu.Item>
  );
  const many = (kind: ManyAction, text: string, ItemIcon: Icon, color?: string) => (
    <Menu.Item
      {...(color === undefined ? {} : { color })}
      leftSection={<ItemIcon size="1rem" aria-hidden />}
      onClick={() => onAction({ kind, scripts: [script] })}
    >
      {text}
    </Menu.Item>
  );
  return (
    <>
      {one('rename', t('rename'), IconForms)}
      {one('duplicate', t('duplicate'), IconCopy)}
      {usedBy > 0 && one('uses', t('uses', { count: usedBy }), IconSitemap)}
      <Menu.Divider />
      {many('move', t('move'), IconFolderSymlink)}
      {many('labels', t('editLabels'), IconTag)}
      {many('owner', t('editOwner'), IconUser)}
      {many('review', t('editReview'), IconCalendarDue)}
      {script.reviewDue !== null && one('reviewed', t('reviewed'), IconCalendarCheck)}
      <Menu.Divider />
      {script.state === 'published' && one('withdraw', w('open'), IconHandStop)}
      {script.state === 'withdrawn' && one('withdraw', w('change'), IconHandStop)}
      {archived
        ? many('unarchive', t('unarchive'), IconArchiveOff)
        : many('archive', t('archive'), IconArchive)}
      {many('remove', t('remove'), IconTrash, 'red')}
    </>
  );
}
