import { Radio, Text, TextInput } from '@mantine/core';
import { IconFolder, IconFolderOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type { FolderView } from '@daihon/shared/folder';
import { FolderName } from '@daihon/shared/folder';
import { isWithin, joinPath, nameOf } from '@daihon/shared/folderPath';
import { useMessages } from '../../../app/i18n.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { matchesQuery } from '../../../ui/foldText.ts';
import styles from './FolderTree.module.css';
import { folderMessages } from './messages.ts';

interface Props {
  title: string;
  /** What the place outside of all folders is called. */
  top: string;
  folders: readonly FolderView[];
  /** A folder that cannot be moved into itself. */
  without?: string;
  current: string;
  busy: boolean;
  onMove: (folder: string) => void;
  onClose: () => void;
}

/** Where to move something: one of the folders, or a new one in it. */
export function MoveDialog({ title, top, folders, without, current, busy, onMove, onClose }: Props) {
  const t = useMessages(folderMessages);
  const [chosen, setChosen] = useState(current);
  const [query, setQuery] = useState('');
  const [fresh, setFresh] = useState('');
  const offered = folders
    .filter(({ path }) => without === undefined || !isWithin(path, without))
    .filter(({ path }) => matchesQuery(path, query));
  const target = fresh.trim() === '' ? chosen : joinPath(chosen, fresh.trim());
  const sound = fresh.trim() === '' || FolderName.safeParse(fresh).success;
  return (
    <ConfirmDialog
      opened
      title={title}
      confirm={t('confirm')}
      busy={busy}
      disabled={!sound || target === current}
      onClose={onClose}
      onConfirm={() => onMove(target)}
    >
      <Text c="dimmed" size="sm" mb="sm">
        {t('moveLead')}
      </Text>
      {folders.length > 8 && <SearchField label={t('find')} value={query} delayMs={0} onChange={setQuery} />}
      <Radio.Group value={chosen} onChange={setChosen} aria-label={t('title')}>
        <div className={styles.options}>
          {query === '' && (
            <Option
              path=""
              icon={<IconFolderOff size="1.0625rem" stroke={1.7} aria-hidden />}
              label={top}
              level={1}
              chosen={chosen === ''}
            />
          )}
          {offered.map(({ path }) => (
            <Option
              key={path}
              path={path}
              icon={<IconFolder size="1.0625rem" stroke={1.7} aria-hidden />}
              label={query === '' ? nameOf(path) : path}
              level={query === '' ? path.split('/').length : 1}
              chosen={chosen === path}
            />
          ))}
          {query !== '' && offered.length === 0 && <p className={styles.none}>{t('none')}</p>}
        </div>
      </Radio.Group>
      {without === undefined && (
        <TextInput
          mt="sm"
          label={chosen === '' ? t('newTop') : t('newHere', { name: nameOf(chosen) })}
          value={fresh}
          maxLength={60}
          error={sound ? null : t('nameBad')}
          onChange={(event) => setFresh(event.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  );
}

function Option({
  path,
  icon,
  label,
  level,
  chosen,
}: {
  path: string;
  icon: ReactNode;
  label: string;
  level: number;
  chosen: boolean;
}) {
  const row = useRef<HTMLLabelElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <label ref={row} className={styles.option} style={{ '--level': level } as CSSProperties}>
      <Radio value={path} size="xs" aria-label={path === '' ? label : path} />
      {icon}
      {label}
    </label>
  );
}
