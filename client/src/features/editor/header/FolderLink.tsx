import { nameOf } from '@daihon/shared/folderPath';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useEditor } from '../session/context.ts';
import styles from './EditorHeader.module.css';
import { summaryQuery } from './summaryQuery.ts';

/** The folder that the script is in, as a part of the way to it. */
export function FolderLink() {
  const { scriptId } = useEditor().session;
  const folder = useQuery({ ...summaryQuery(scriptId), staleTime: 60_000 }).data?.folder ?? '';
  if (folder === '') return null;
  return (
    <span className={styles.folder}>
      <span aria-hidden>/</span>
      <Link to={`/scripts?${new URLSearchParams({ folder }).toString()}`} title={folder}>
        {nameOf(folder)}
      </Link>
    </span>
  );
}
