import { textOf } from '@daihon/shared/script/contentText';
import { mapAt, draftRoots, sortedSteps, sortedMaps } from '@daihon/shared/script/draft/layout';
import type { Step } from '@daihon/shared/script/schema';
import { stepRoles } from '@daihon/shared/script/kinds';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useScript } from '../session/context.ts';
import { stepLabel } from '../session/outline.ts';
import styles from './Bin.module.css';
import { binMessages } from './messages.ts';

/** What a deleted step holds, read only, and what will be connected again when it comes back. */
export function BinnedContent({ step }: { step: Step }) {
  const t = useMessages(binMessages);
  const { session } = useEditor();
  const script = useScript();
  const roles = stepRoles.filter((role) => textOf(step[role]) !== '');
  const entries = sortedSteps(draftRoots(session.doc).steps)
    .flatMap(([, map]) => sortedMaps(mapAt(map, 'choices')))
    .filter(([, choice]) => choice.get('to') === step.id).length;
  const target = (to: string | null) => {
    if (to === null) return t('noTarget');
    return to === step.id ? step.title : stepLabel(script, to, t('untitled'));
  };
  const empty = roles.length === 0 && step.choices.length === 0 && step.fields.length === 0;
  return (
    <div className={styles.content}>
      {empty && <p>{t('nothing')}</p>}
      {roles.map((role) => (
        <section key={role} data-role={role}>
          <h4>{t(role)}</h4>
          <p>{textOf(step[role])}</p>
        </section>
      ))}
      {step.choices.length > 0 && (
        <section>
          <h4>{t('choices')}</h4>
          <ul>
            {step.choices.map(({ id, label, to }) => (
              <li key={id}>
                {label === '' ? t('noLabel') : label} → {target(to)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {step.fields.length > 0 && <p>{t('fields', { count: step.fields.length })}</p>}
      {entries > 0 && <p className={styles.entries}>{t('entries', { count: entries })}</p>}
    </div>
  );
}
