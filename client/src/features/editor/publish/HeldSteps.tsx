import { Switch } from '@mantine/core';
import { IconHammer } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useScript } from '../session/context.ts';
import { outlineOf } from '../session/outline.ts';
import { publishMessages } from './messages.ts';
import styles from './Publish.module.css';

interface HeldStepsProps {
  /** The steps of the current version. */
  published: ReadonlySet<string>;
  onChange: () => void;
}

/** The steps marked 作業中, each with what goes out in its stead and a switch to include it after all. */
export function HeldSteps({ published, onChange }: HeldStepsProps) {
  const t = useMessages(publishMessages);
  const { actions } = useEditor();
  const script = useScript();
  const held = script.steps.filter(({ hold }) => hold);
  if (held.length === 0) return null;
  const { numbers } = outlineOf(script);
  return (
    <section className={styles.held} aria-label={t('held')}>
      <h3>
        <IconHammer size="1rem" stroke={1.8} aria-hidden />
        {t('held')}
        <span>{held.length}</span>
      </h3>
      <p>{t('heldHint')}</p>
      <ul>
        {held.map(({ id, title }) => {
          const step = `${numbers.get(id) ?? ''} ${title === '' ? t('untitled') : title}`;
          return (
            <li key={id}>
              <div>
                <strong>{step}</strong>
                <span>{t(published.has(id) ? 'heldOld' : 'heldNew')}</span>
              </div>
              <Switch
                checked
                aria-label={t('heldSwitch', { step })}
                onChange={() => {
                  actions.set(id, { hold: false });
                  onChange();
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
