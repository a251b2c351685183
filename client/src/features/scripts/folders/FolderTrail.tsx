import { Anchor, Breadcrumbs } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { nameOf, pathsTo } from '@daihon/shared/folderPath';
import { useMessages } from '../../../app/i18n.ts';
import { unfiled } from '../filter/filterScripts.ts';
import { folderMessages } from './messages.ts';

/** Where one is among the folders, and the way up. */
export function FolderTrail({
  folder,
  onChoose,
}: {
  folder: string;
  onChoose: (folder: string | null) => void;
}) {
  const t = useMessages(folderMessages);
  const paths = folder === unfiled ? [] : pathsTo(folder);
  return (
    <nav aria-label={t('path')}>
      <Breadcrumbs separator={<IconChevronRight size="0.875rem" aria-hidden />} separatorMargin={4}>
        <Anchor component="button" type="button" size="sm" onClick={() => onChoose(null)}>
          {t('all')}
        </Anchor>
        {folder === unfiled && <span aria-current="page">{t('unfiled')}</span>}
        {paths.map((path) =>
          path === folder ? (
            <span key={path} aria-current="page">
              {nameOf(path)}
            </span>
          ) : (
            <Anchor key={path} component="button" type="button" size="sm" onClick={() => onChoose(path)}>
              {nameOf(path)}
            </Anchor>
          ),
        )}
      </Breadcrumbs>
    </nav>
  );
}
