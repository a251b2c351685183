import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronLeft,
  IconKeyboard,
  IconSend2,
} from '@tabler/icons-react';
import { Suspense, lazy, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { ChecksButton } from '../checks/ChecksButton.tsx';
import { CommentsButton } from '../comments/CommentsButton.tsx';
import { TrialButton } from '../trial/TrialButton.tsx';
import { editorMessages } from '../messages.ts';
import { LayoutMenu } from '../panes/LayoutMenu.tsx';
import { PeopleHere } from '../people/PeopleHere.tsx';
import { useEditor, useEnded, useReadOnly } from '../session/context.ts';
import { UsesButton } from '../uses/UsesButton.tsx';
import styles from './EditorHeader.module.css';
import { FileMenu } from './FileMenu.tsx';
import { FolderLink } from './FolderLink.tsx';
import { SavedStatus } from './SavedStatus.tsx';
import { ScriptTitle } from './ScriptTitle.tsx';
import { VersionChip } from './VersionChip.tsx';

export function EditorHeader({ narrow }: { narrow: boolean }) {
  const t = useMessages(editorMessages);
  const { view } = useEditor();
  const ended = useEnded();
  return (
    <div className={styles.header} role="region" aria-label={t('page')}>
      <div className={styles.lead}>
        <nav className={styles.path} aria-label={t('breadcrumb')}>
          <Link to="/scripts" className={styles.back}>
            <IconChevronLeft size="1rem" aria-hidden />
            <span className={narrow ? 'visually-hidden' : undefined}>{t('scripts')}</span>
          </Link>
          {!narrow && <FolderLink />}
        </nav>
        <div className={styles.titleBox}>
          <ScriptTitle />
        </div>
        <SavedStatus />
        {!narrow && <VersionChip />}
        {narrow && <PeopleHere narrow />}
        <NarrowBell />
      </div>
      <div className={styles.tools}>
        {!narrow && <PeopleHere narrow={false} />}
        <HistoryButtons />
        <CommentsButton />
        <TrialButton narrow={narrow} />
        <ChecksButton narrow={narrow} />
        <UsesButton />
        {!narrow && <LayoutMenu />}
        {!narrow && (
          <Tooltip label={`${t('keys.title')} (?)`}>
            <ActionIcon aria-label={t('keys.open')} onClick={() => view.set({ dialog: 'keys' })}>
              <IconKeyboard size="1.125rem" stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        )}
        <FileMenu narrow={narrow} />
        <Button
          className={styles.publish ?? ''}
          disabled={ended}
          leftSection={narrow ? undefined : <IconSend2 size="1rem" aria-hidden />}
          onClick={() => view.set({ dialog: 'publish' })}
        >
          {t('publish.open')}
        </Button>
      </div>
    </div>
  );
}

const Bell = lazy(() => import('../../../app/bell/Bell.tsx'));

/** Where the frame around the page is hidden (app/Shell.module.css), its bell is here. */
function NarrowBell() {
  const hidden = useMediaQuery('(width < 40rem)', matchMedia('(width < 40rem)').matches);
  return hidden ? (
    <Suspense>
      <Bell />
    </Suspense>
  ) : null;
}

function HistoryButtons() {
  const t = useMessages(editorMessages);
  const { session, actions } = useEditor();
  const readOnly = useReadOnly();
  const { undo } = session;
  const subscribe = (listener: () => void) => undo.subscribe(listener);
  const canUndo = useSyncExternalStore(subscribe, () => undo.canUndo());
  const canRedo = useSyncExternalStore(subscribe, () => undo.canRedo());
  return (
    <ActionIcon.Group>
      <Tooltip label={`${t('undo.undo')} (Ctrl+Z)`}>
        <ActionIcon
          variant="default"
          aria-label={t('undo.undo')}
          disabled={!canUndo || readOnly}
          onMouseDown={(event) => event.preventDefault()}
          onClick={actions.undo}
        >
          <IconArrowBackUp size="1.125rem" stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('undo.redo')} (Ctrl+Shift+Z)`}>
        <ActionIcon
          variant="default"
          aria-label={t('undo.redo')}
          disabled={!canRedo || readOnly}
          onMouseDown={(event) => event.preventDefault()}
          onClick={actions.redo}
        >
          <IconArrowForwardUp size="1.125rem" stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </ActionIcon.Group>
  );
}
