import { IconReplace, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMessages } from '../../app/i18n.ts';
import { scriptsMessages } from './messages.ts';
import styles from './ScriptsPage.module.css';

/** What else there is about all scripts. */
export function Places() {
  const t = useMessages(scriptsMessages);
  return (
    <nav className={styles.places} aria-label={t('places')}>
      <Link to="/scripts/replace">
        <IconReplace size="1.0625rem" stroke={1.7} aria-hidden />
        {t('replaceIn')}
      </Link>
      <Link to="/scripts/bin">
        <IconTrash size="1.0625rem" stroke={1.7} aria-hidden />
        {t('bin')}
      </Link>
    </nav>
  );
}
