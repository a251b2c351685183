import { Link } from 'react-router';
import type { ScriptUse } from '@daihon/shared/wire/library';
import { useMessages } from '../../app/i18n.ts';
import { Tag } from '../../ui/Tag.tsx';

import styles from './UseList.module.css';
import { usesMessages } from './messages.ts';

/** Scripts that call one, each with the steps that do; a step leads into the editor. */
export function UseList({ uses }: { uses: readonly ScriptUse[] }) {
  const t = useMessages(usesMessages);
  return (
    <ul className={styles.list}>
      {uses.map((use) => (
        <li key={use.scriptId}>
          <Link to={`/scripts/${use.scriptId}`}>{use.title}</Link>
          {use.draft.length > 0 && <Tag>{t('inDraft')}</Tag>}
          {use.published.length > 0 && <Tag tone="accent">{t('inPublished')}</Tag>}
          <span className={styles.steps}>
            {stepsOf(use).map(({ stepId, title }) => (
              <Link key={stepId} to={`/scripts/${use.scriptId}?step=${encodeURIComponent(stepId)}`}>
                {title === '' ? t('untitledStep') : title}
              </Link>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Each step once, whether it stands in the draft, in the current version, or in both. */
function stepsOf({ draft, published }: ScriptUse): ScriptUse['draft'] {
  return [...new Map([...published, ...draft].map((step) => [step.stepId, step])).values()];
}
