import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { unfolded } from '../panes/folded.ts';
import { editorMessages } from '../messages.ts';
import { useConnection, useEditor } from '../session/context.ts';
import styles from './EditorHeader.module.css';

/** Says that a draft is nearly or quite full, and what makes room. */
export function SpaceBanner() {
  const t = useMessages(editorMessages);
  const { view } = useEditor();
  const { space, used, ended } = useConnection();
  if (space === 'free' || ended !== null) return null;
  const openBin = () => view.set({ tab: 'bin', ...unfolded(view, 'panel') });
  return (
    <div className={styles.banner} role={space === 'full' ? 'alert' : 'status'} data-testid="space-banner">
      <div className={styles.bannerText}>
        <strong>{space === 'full' ? t('space.full') : t('space.near', { used })}</strong>
        {space === 'full' ? t('space.fullHint') : t('space.nearHint')}
      </div>
      <Group gap="xs">
        {space === 'full' && (
          <Button component={Link} to="/scripts" variant="default">
            {t('space.list')}
          </Button>
        )}
        <Button variant={space === 'full' ? 'filled' : 'default'} onClick={openBin}>
          {t('space.bin')}
        </Button>
      </Group>
    </div>
  );
}
