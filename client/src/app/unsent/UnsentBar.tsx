import { Button } from '@mantine/core';
import { useMessages } from '../i18n.ts';
import { unsentWork } from '../../wire/unsentWork.ts';
import type { UnsentWork } from '../../wire/unsentWork.ts';
import { unsentMessages } from './messages.ts';
import styles from './Unsent.module.css';

export default function UnsentBar({ works }: { works: readonly UnsentWork[] }) {
  const t = useMessages(unsentMessages);
  const titles = [...new Set(works.map(({ scriptTitle }) => scriptTitle || t('untitled')))];
  return (
    <div className={styles.bar} role="status">
      {t('bar', { titles })}
      <Button size="compact-xs" variant="default" onClick={() => unsentWork.show('look')}>
        {t('look')}
      </Button>
    </div>
  );
}
