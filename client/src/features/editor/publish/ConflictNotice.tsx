import type { VersionDiff } from '@daihon/shared/version';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../../app/i18n.ts';
import { api } from '../../../wire/http.ts';
import { scriptWords } from '../../../script/words.ts';
import { formatTime } from '../../../ui/formatTime.ts';
import { useEditor } from '../session/context.ts';
import { publishMessages } from './messages.ts';
import styles from './Publish.module.css';

interface Other {
  number: number;
  author: { name: string };
  note: string;
  publishedAt: string;
}

/** A colleague was first: who, with what note, and which steps they changed. */
export function ConflictNotice({ base, newest }: { base: number; newest: number }) {
  const t = useMessages(publishMessages);
  const words = useMessages(scriptWords);
  const { scriptId } = useEditor().session;
  const path = `/api/scripts/${encodeURIComponent(scriptId)}/versions`;
  const { data } = useQuery({
    queryKey: ['conflict', scriptId, base, newest],
    queryFn: async () => ({
      version: await api.get<Other>(`${path}/${newest}`),
      steps: base === 0 ? [] : (await api.get<VersionDiff>(`${path}/${base}/diff/${newest}`)).steps,
    }),
  });
  if (data === undefined) return null;
  const { version, steps } = data;
  const titles = steps
    .slice(0, 8)
    .map(({ id, title }) => (id === '' ? words('whole') : title === '' ? t('untitled') : title));
  return (
    <div className={styles.problem} role="alert">
      <strong>
        {t('conflict', { name: version.author.name, number: newest, at: formatTime(version.publishedAt) })}
      </strong>
      <p>{t('conflictNote', { note: version.note })}</p>
      {steps.length > 0 && (
        <p>
          {t('conflictSteps', { count: steps.length, steps: steps.length > 8 ? [...titles, '…'] : titles })}
        </p>
      )}
      <p>{t('conflictNext', { number: newest })}</p>
    </div>
  );
}
