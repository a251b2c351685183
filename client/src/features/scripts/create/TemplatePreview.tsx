import { ScriptOutline } from '../../../exchange/ScriptOutline.tsx';
import { useMessages } from '../../../app/i18n.ts';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import styles from './Create.module.css';
import { createMessages } from './messages.ts';
import { useTemplate } from './useCreate.ts';
import type { TemplateView } from './useCreate.ts';

/** What a template is for, how large it is, its outline, and the callers to try it with. */
export function TemplatePreview({ id }: { id: string }) {
  const query = useTemplate(id);
  return <QueryGate query={query}>{(template) => <Preview template={template} />}</QueryGate>;
}

function Preview({ template: { title, description, script, samples } }: { template: TemplateView }) {
  const t = useMessages(createMessages);
  const choices = script.steps.reduce((sum, step) => sum + step.choices.length, 0);
  return (
    <section className={styles.preview} aria-label={t('preview', { title })}>
      <p>{description}</p>
      <p className={styles.quiet}>{t('steps', { steps: script.steps.length, choices })}</p>
      <h3>{t('samples')}</h3>
      <ul className={styles.samples}>
        {samples.map((sample) => (
          <li key={sample.id}>
            {sample.name} <span className={styles.quiet}>→ {sample.outcome}</span>
          </li>
        ))}
      </ul>
      <h3>{t('outline')}</h3>
      <div className={styles.outline} tabIndex={0} role="region" aria-label={t('outline')}>
        <ScriptOutline script={script} />
      </div>
    </section>
  );
}
