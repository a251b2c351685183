import type { ScriptSummary } from '@daihon/shared/wire/http';
import type { ScriptStatus } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import table from '../../../ui/DataTable.module.css';
import { Tag } from '../../../ui/Tag.tsx';
import type { TagTone } from '../../../ui/Tag.tsx';
import { Time } from '../../../ui/Time.tsx';
import { scriptsMessages } from '../messages.ts';
import styles from './ScriptTable.module.css';

const stateTones: Record<ScriptSummary['state'], TagTone> = {
  draft: 'neutral',
  published: 'accent',
  archived: 'neutral',
  withdrawn: 'red',
};

/** What is out: the state, the version, whether the draft has gone on since, and how much it is used. */
export function Published({ script, status }: { script: ScriptSummary; status: ScriptStatus | undefined }) {
  const t = useMessages(scriptsMessages);
  const { state, publishedVersion, publishedAt, unpublishedChanges } = script;
  return (
    <div className={styles.published}>
      <span className={styles.version}>
        <Tag tone={stateTones[state]} dot={state === 'published'}>
          {t(`state.${state}`)}
        </Tag>
        {publishedVersion !== null && t('version', { number: publishedVersion })}
        {publishedAt !== null && (
          <span className={table.quiet}>
            <Time iso={publishedAt} />
          </span>
        )}
      </span>
      {unpublishedChanges && publishedVersion !== null && (
        <span className={styles.changed}>
          <span className={styles.dot} aria-hidden />
          {t('changed')}
        </span>
      )}
      {status !== undefined && publishedVersion !== null && (
        <span className={styles.usage}>{t('usage', { count: status.callsInWeek })}</span>
      )}
    </div>
  );
}
