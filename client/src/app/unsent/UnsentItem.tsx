import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../i18n.ts';
import { Time } from '../../ui/Time.tsx';
import { toast } from '../../ui/toasts.ts';
import { endReason } from '../../wire/endReason.ts';
import { canComeBack, downloadWork, textOfWork, unsentWork } from '../../wire/unsentWork.ts';
import type { UnsentWork } from '../../wire/unsentWork.ts';
import { unsentMessages } from './messages.ts';
import styles from './Unsent.module.css';

/** The unsent changes of one visit to one draft. */
export function UnsentItem({ work, mayEdit }: { work: UnsentWork; mayEdit: boolean }) {
  const t = useMessages(unsentMessages);
  const [sure, setSure] = useState(false);
  const take = unsentWork.taker(work.scriptId);
  const own = unsentWork.of(work.accountId).some(({ id }) => id === work.id);
  const reason = work.reason === null ? 'line' : endReason(work.reason);
  const copy = () =>
    void navigator.clipboard.writeText(textOfWork(work)).then(() => toast.success(t('copied')));
  const discard = () => (sure ? unsentWork.remove(work.id) : setSure(true));
  return (
    <li className={styles.work}>
      <strong>{work.scriptTitle === '' ? t('untitled') : work.scriptTitle}</strong>
      <p className={styles.hint}>
        <Time iso={work.at} />・{t('count', { count: work.count })}・{t(`reason.${reason}`)}
      </p>
      <div className={styles.text}>
        {work.steps.length === 0 && <p>{t('noText')}</p>}
        {work.steps.map(({ title, lines }, index) => (
          <section key={index}>
            <h4>{title === '' ? t('untitled') : title}</h4>
            {lines.map((line, at) => (
              <p key={at}>{line}</p>
            ))}
          </section>
        ))}
      </div>
      <Group gap="xs">
        {own && take !== undefined && canComeBack(work) && (
          <Button size="compact-sm" leftSection={<IconArrowBackUp size="1rem" />} onClick={() => take(work)}>
            {t('putBack')}
          </Button>
        )}
        {own && take === undefined && mayEdit && canComeBack(work) && (
          <Button
            size="compact-sm"
            component={Link}
            to={`/scripts/${encodeURIComponent(work.scriptId)}`}
            onClick={() => unsentWork.show(null)}
          >
            {t('open')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCopy size="0.9375rem" />}
          onClick={copy}
        >
          {t('copy')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size="0.9375rem" />}
          onClick={() => downloadWork(work)}
        >
          {t('download')}
        </Button>
        {own && (
          <Button size="compact-sm" variant="subtle" color="red" onClick={discard}>
            {t(sure ? 'discardSure' : 'discard')}
          </Button>
        )}
      </Group>
    </li>
  );
}
