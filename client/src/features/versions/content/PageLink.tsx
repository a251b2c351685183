import type { EmbeddedPage } from '@daihon/shared/script/schema';
import { useMessages } from '../../../app/i18n.ts';
import { scriptWords } from '../../../script/words.ts';
import styles from './Content.module.css';
import { Marked } from './Marked.tsx';

/** The page that a step embeds: its address and what is read where it cannot be shown. */
export function PageLink({ page: { title, url, fallback } }: { page: EmbeddedPage }) {
  const t = useMessages(scriptWords);
  return (
    <section className={styles.part}>
      <h4>{t('part.page')}</h4>
      <strong>
        <Marked text={title} />
      </strong>
      <code>{url}</code>
      {fallback !== '' && (
        <p>
          <Marked text={fallback} />
        </p>
      )}
    </section>
  );
}
