import { IconArrowRight } from '@tabler/icons-react';
import type { Choice } from '@daihon/shared/script/schema';
import { useMessages } from '../../../app/i18n.ts';
import { scriptWords } from '../../../script/words.ts';
import styles from './Content.module.css';
import { When } from './ContentProse.tsx';
import { Marked } from './Marked.tsx';
import { StepLink } from './StepLink.tsx';

export function ChoiceList({ choices }: { choices: readonly Choice[] }) {
  const words = useMessages(scriptWords);
  return (
    <section className={styles.part}>
      <h4>{words('part.choices')}</h4>
      <ol className={styles.choices}>
        {choices.map(({ id, label, to, when }) => (
          <li key={id}>
            {label !== '' && (
              <span className={styles.label}>
                <Marked text={label} />
              </span>
            )}
            {when !== null && <When condition={when} />}
            <span className={styles.target}>
              <IconArrowRight size="0.875rem" aria-hidden />
              <StepLink to={to} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
